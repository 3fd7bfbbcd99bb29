using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Sections;

namespace StudyGroup.Web.Annotations;

/// <summary>Where others' comments wait for the reader's own note: one card for each such section, at its beginning.</summary>
public sealed partial class MarginIsland
{
    private readonly WaitingSections waiting = new();

    [Inject] public required SectionQuery Sections { get; init; }

    [Inject] public required MarkSectionReadHandler MarkRead { get; init; }

    /// <summary>Whether the group has set the reading so when the page was opened.</summary>
    [Parameter] public bool OwnNoteFirst { get; set; }

    /// <summary>What stands in the margin, in the order of the text: cards, and what waits.</summary>
    private IEnumerable<(ThreadCard? Card, WaitingSection? Waiting)> InOrder
    {
        get
        {
            var closed = new Queue<WaitingSection>(filter.Show is MarginShow.Everyones or MarginShow.Unread or MarginShow.OnlyComments or MarginShow.Questions ? waiting.InText : []);
            foreach (var card in state.Cards.Where(IsShown))
            {
                while (closed.TryPeek(out var next) && next.Position <= card.Mark?.StartPosition)
                    yield return (null, closed.Dequeue());
                yield return (card, null);
            }

            foreach (var rest in closed)
                yield return (null, rest);
        }
    }

    private async Task LoadWaitingAsync() => waiting.Load(await Sections.ListAsync(GroupId, ReadingId, Member, Gone));

    private async Task ReadAsync(WaitingSection section)
    {
        var marked = await MarkRead.HandleAsync(new MarkSectionRead(GroupId, ReadingId, section.Section), Member, Gone);
        if (!marked.Succeeded)
            Tell(script, "say", list, marked.Error.Message);
    }

    /// <summary>The reader sees more now, or less: everything is read anew, and what is painted too.</summary>
    private async Task<bool> OpenSectionsAsync()
    {
        var before = waiting.InText.ToList();
        await LoadWaitingAsync();
        await LoadTagsAsync();
        await LoadChosenAsync();
        await LoadWindowAsync(windowStart);
        var opened = before.Where(section => waiting.InText.All(other => other.Section != section.Section)).ToList();
        var comments = opened.Sum(section => section.Comments);
        if (state.OpenCard is { } open && await Margin.CardAsync(GroupId, ReadingId, open.Mark?.Id ?? default, Member, Gone) is null)
            state.Remove(open.Mark?.Id ?? default);
        Tell(script, "sections", list, new
        {
            isSet = waiting.IsSet,
            said = comments switch { 0 => null, 1 => Text["OneOpened"].Value, _ => Text["Opened", comments].Value },
            first = opened.Count == 0 ? null : state.Cards.FirstOrDefault(card => card.Mark?.StartPosition >= opened[0].Position && card.StartedById != Member.AccountId)?.Mark?.Id,
        });
        return true;
    }
}
