using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Links;
using StudyGroup.Web.Annotations.Links;

namespace StudyGroup.Web.Annotations;

/// <summary>Links between passages: what the cards of their marks show, and how one is made.</summary>
public sealed partial class MarginIsland
{
    private readonly Dictionary<Guid, LinkView> links = [];
    private IJSObjectReference? linking;
    private LinkPlace? linkStart;
    private LinkPlace? linkEnd;
    private bool isLinking;

    [Inject] public required LinkQuery Links { get; init; }

    [Inject] public required LinkStartQuery LinkStarts { get; init; }

    [Inject] public required BeginLinkHandler BeginLink { get; init; }

    [Inject] public required DropLinkStartHandler DropLinkStart { get; init; }

    [Inject] public required IStringLocalizer<LinkTexts> LinkText { get; init; }

    /// <summary>The mark that a link asks to open.</summary>
    [Parameter] public Guid? OpenedMark { get; set; }

    /// <summary>A passage was chosen for a link: as its first end, or, where there is one, as its second.</summary>
    [JSInvokable]
    public async Task LinkAsync(Passage passage, int? number, string quote)
    {
        if (linkStart is null)
        {
            var begun = await BeginLink.HandleAsync(new BeginLink(GroupId, ReadingId, passage), Member, Gone);
            if (begun.Succeeded)
                await ShowStartAsync();
            else
                Tell(script, "say", list, begun.Error.Message);
            return;
        }

        linkEnd = new LinkPlace(ReadingId, "", number, quote, passage);
        isLinking = true;
        StateHasChanged();
    }

    /// <summary>The second end is to be named by its number or address.</summary>
    [JSInvokable]
    public void NamePassage()
    {
        (linkEnd, isLinking) = (null, linkStart is not null);
        StateHasChanged();
    }

    /// <summary>The member wants no link after all.</summary>
    [JSInvokable]
    public async Task DropLinkAsync()
    {
        linkStart = null;
        await DropLinkStart.HandleAsync(new DropLinkStart(GroupId), Member, Gone);
    }

    private LinkView? LinkOf(Guid markId) => links.GetValueOrDefault(markId);

    /// <summary>What the script has to know of the other end, where that may stand in the same text.</summary>
    private object? LinkedTo(Guid? markId) => markId is { } id && LinkOf(id) is { Other: { } other } link ? new { id = other.MarkId, kind = link.Kind.ToString() } : null;

    // One question for all of them, and none where there are none.
    private async Task ReadLinksAsync(IEnumerable<ThreadCard> cards)
    {
        var marks = cards.Select(card => card.Mark).OfType<MarkView>().Where(mark => mark.Kind == AnnotationKind.Link).Select(mark => mark.Id).ToList();
        foreach (var link in await Links.OfMarksAsync(GroupId, marks, Member, Gone))
            links[link.MarkId] = link;
    }

    private async Task AttachLinksAsync()
    {
        linking = await Js.InvokeAsync<IJSObjectReference>("import", Gone, "./js/linking.js");
        await linking.InvokeVoidAsync("attach", Gone, list, self);
        if (LinkedTo(state.Open) is { } linked)
            Tell(script, "activate", list, state.Open, linked);
        if (Attached is null)
            await ShowStartAsync();
    }

    private async Task ShowStartAsync()
    {
        linkStart = await LinkStarts.FindAsync(GroupId, Member, Gone);
        if (linkStart is not { } start)
            return;

        Tell(linking, "begin", list, new
        {
            title = LinkText[start.ReadingId == ReadingId ? "LinkingHere" : "Linking", start.Title, start.Number is { } number ? $"¶ {number}" : ""].Value,
            quote = start.Quote,
            here = LinkText["Here"].Value,
            paragraph = LinkText["ThisParagraph"].Value,
            name = LinkText["NameIt"].Value,
            copy = LinkText["CopyAddress"].Value,
            cancel = Text["Cancel"].Value,
            address = $"{GroupPath}/readings/{start.Slug}#{start.Passage.Start.Block}",
        });
    }

    private async Task LinkMadeAsync(AddedLink link)
    {
        (linkStart, linkEnd, isLinking) = (null, null, false);
        Tell(linking, "end", list);
        Tell(script, "say", list, LinkText["Made"].Value);
        foreach (var mark in new[] { link.ToId, link.FromId })
        {
            if (await Margin.CardAsync(GroupId, ReadingId, mark, Member, Gone) is not null)
            {
                await OpenMarkAsync(mark);
                break;
            }
        }
    }

    private async Task FollowAsync(LinkedPassage other)
    {
        await OpenMarkAsync(other.MarkId);
        Tell(linking, "follow", list, other.Block);
    }

    private async ValueTask LeaveLinksAsync()
    {
        if (linking is not null)
        {
            await linking.InvokeVoidAsync("detach", CancellationToken.None, list);
            await linking.DisposeAsync();
        }
    }
}
