using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Realtime;

namespace StudyGroup.Web.Readings;

/// <summary>What the group says about a reading as a whole, live.</summary>
public sealed partial class WholeReading
{
    private readonly List<ThreadCard> cards = [];
    private DateTimeOffset now;
    private bool isWriting;

    [Inject] public required MarginQuery Margin { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required Guid GroupId { get; set; }

    [Parameter, EditorRequired] public required Guid ReadingId { get; set; }

    /// <summary>Address of the group.</summary>
    [Parameter, EditorRequired] public required string GroupPath { get; set; }

    [Parameter] public bool MayWrite { get; set; }

    protected override IEnumerable<Topic> Topics => [Topic.Reading(GroupId, ReadingId)];

    protected override async Task LoadAsync()
    {
        now = Time.GetUtcNow();
        cards.Clear();
        cards.AddRange(await Margin.WholeReadingAsync(GroupId, ReadingId, Member, Gone));
    }

    protected override Task<bool> ApplyAsync(LiveEvent news)
    {
        if (news.Row.ReadingId != ReadingId || news.Card is not { Mark: null, ThreadId: { } threadId } card)
            return Task.FromResult(false);

        now = Time.GetUtcNow();
        var place = cards.FindIndex(other => other.ThreadId == threadId);
        if (place >= 0)
            cards[place] = card;
        else
            cards.Insert(0, card);
        return Task.FromResult(true);
    }

    private void Stop() => isWriting = false;
}
