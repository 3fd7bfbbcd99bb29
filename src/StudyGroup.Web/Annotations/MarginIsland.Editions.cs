using Microsoft.AspNetCore.Components;
using StudyGroup.Annotations.Editions;
using StudyGroup.Discussion;
using StudyGroup.Shared;

namespace StudyGroup.Web.Annotations;

/// <summary>What the margin does when the text of its page is not the newest any more, and about marks whose words have changed.</summary>
public sealed partial class MarginIsland
{
    private bool isOutdated;

    [Inject] public required AcceptCarriedMarkHandler AcceptMark { get; init; }

    [Inject] public required TakeBackCarriedMarkHandler TakeMarkBack { get; init; }

    /// <summary>The edition that the page shows.</summary>
    [Parameter, EditorRequired] public required Guid EditionId { get; set; }

    /// <summary>Address of the reading.</summary>
    [Parameter, EditorRequired] public required string ReadingPath { get; set; }

    /// <summary>The mark that is to be put on other words, from a link.</summary>
    [Parameter] public Guid? Attached { get; set; }

    private bool MayPlace(MarkView mark) => mark.EditionId == EditionId && (mark.IsPrivate || (mark.AuthorId == Member.AccountId ? MayWrite : MayModerate));

    private void AfterAttached()
    {
        if (isOutdated)
            TellOutdated();
        else if (Attached is { } mark && state.Cards.Any(card => card.Mark?.Id == mark))
            Choose(mark);
    }

    /// <summary>Nothing is reloaded here: the reader may be in the middle of a sentence. Marks that moved within this text are read anew.</summary>
    private async Task<bool> ChangeTextAsync(Guid editionId)
    {
        isOutdated = editionId != EditionId;
        if (isOutdated)
        {
            TellOutdated();
            return false;
        }

        await LoadWindowAsync(windowStart);
        Tell(script, "refresh", list);
        return true;
    }

    private void TellOutdated() => Tell(script, "tellEdition", list, new
    {
        text = Text["NewEdition"].Value,
        reload = Text["ReloadText"].Value,
        changes = Text["WhatChanged"].Value,
        href = $"{ReadingPath}/difference",
        close = Text["Later"].Value,
    });

    /// <summary>A mark in a newer text has no place in this one, other than where it stood before.</summary>
    private ThreadCard InThisText(ThreadCard card)
    {
        if (card.Mark is not { } mark || mark.EditionId == EditionId)
            return card;

        isOutdated = true;
        return state.Cards.FirstOrDefault(other => other.Mark?.Id == mark.Id)?.Mark is { } known && known.EditionId == EditionId
            ? card with { Mark = known }
            : card with { Mark = mark with { EndBlock = mark.StartBlock, EndOffset = mark.StartOffset, EndPosition = mark.StartPosition } };
    }

    private async Task PlaceAsync(PlaceStep step)
    {
        if (step.Decision == PlaceDecision.Choose)
        {
            Choose(step.MarkId);
            return;
        }

        Result decided = step.Decision == PlaceDecision.Accept
            ? await AcceptMark.HandleAsync(new AcceptCarriedMark(step.MarkId), Member, Gone)
            : await TakeMarkBack.HandleAsync(new TakeBackCarriedMark(step.MarkId), Member, Gone);
        if (!decided.Succeeded)
            Tell(script, "say", list, decided.Error.Message);
    }

    private void Choose(Guid markId) => Tell(script, "choosePlace", list, markId, new
    {
        title = Text["ChooseTitle"].Value,
        quote = state.Cards.FirstOrDefault(card => card.Mark?.Id == markId)?.Quote ?? "",
        here = Text["AttachHere"].Value,
        paragraph = Text["AttachToParagraph"].Value,
        cancel = Text["Cancel"].Value,
        done = Text["IsAttached"].Value,
    });
}
