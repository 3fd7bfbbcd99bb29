using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Realtime;
using StudyGroup.Web.Annotations;

namespace StudyGroup.Web.Readings;

/// <summary>What the group says about a reading as a whole, live.</summary>
public sealed partial class WholeReading
{
    private readonly List<ThreadCard> cards = [];
    private DateTimeOffset now;
    private readonly WaitingSections waiting = new();
    private bool isWriting;

    [Inject] public required MarginQuery Margin { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required Guid GroupId { get; set; }

    [Parameter, EditorRequired] public required Guid ReadingId { get; set; }

    /// <summary>Address of the group.</summary>
    [Parameter, EditorRequired] public required string GroupPath { get; set; }

    [Inject] public required SectionQuery Sections { get; init; }

    [Inject] public required MarkSectionReadHandler MarkRead { get; init; }

    [Parameter] public bool MayWrite { get; set; }

    /// <summary>Whether the group has set the reading so when the page was opened.</summary>
    [Parameter] public bool OwnNoteFirst { get; set; }

    protected override IEnumerable<Topic> Topics => [Topic.Reading(GroupId, ReadingId), Topic.Account(Member.AccountId)];

    protected override async Task LoadAsync()
    {
        now = Time.GetUtcNow();
        cards.Clear();
        cards.AddRange(await Margin.WholeReadingAsync(GroupId, ReadingId, Member, Gone));
        if (OwnNoteFirst)
            await LoadWaitingAsync();
    }

    protected override async Task<bool> ApplyAsync(LiveEvent news)
    {
        if (news.Row.ReadingId != ReadingId)
            return false;
        if (news.Row.Kind is GroupEvents.ShelfChanged or DiscussionEvents.SectionOpened)
        {
            await LoadAsync();
            await LoadWaitingAsync();
            return true;
        }

        if (news.Waiting is { } waits)
            return waiting.Put(waits);
        if (news.Card is not { Mark: null, ThreadId: { } threadId } card)
            return false;

        now = Time.GetUtcNow();
        var place = cards.FindIndex(other => other.ThreadId == threadId);
        if (place >= 0)
            cards[place] = card;
        else
            cards.Insert(0, card);
        // What is pinned stands first; the others keep the place that the reader knows.
        var inOrder = cards.OrderByDescending(other => other.PinnedUntil > now).ToList();
        cards.Clear();
        cards.AddRange(inOrder);
        return true;
    }

    private async Task LoadWaitingAsync() => waiting.Load(await Sections.ListAsync(GroupId, ReadingId, Member, Gone));

    private async Task ReadAsync() => await MarkRead.HandleAsync(new MarkSectionRead(GroupId, ReadingId, OpenedSection.Whole), Member, Gone);

    private void Stop() => isWriting = false;
}
