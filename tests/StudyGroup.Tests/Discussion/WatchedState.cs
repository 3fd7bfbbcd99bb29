using System.Text.Json;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Links;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Identity;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>Everything that a member's open pages show of a group: read once, and from then on kept up by events alone, in the way the pages do it.</summary>
internal sealed class WatchedState(Stage stage, CurrentMember member, Guid sessionId)
{
    private readonly Dictionary<Topic, long> seen = [];

    private SortedDictionary<string, string> parts = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IReadOnlyList<(Topic Topic, Guid Stream)> Topics =>
        [(Topic.Group(stage.GroupId), stage.GroupId), (Topic.Account(member.AccountId), member.AccountId)];

    public async Task LoadAsync()
    {
        foreach (var (topic, stream) in Topics)
            seen[topic] = (await stage.Get<EventReplay>().ReadAfterAsync(topic, stream, null, Cancellation)).Sequence;
        parts = await FreshAsync();
    }

    /// <summary>Applies what came since; <paramref name="again"/> applies everything since the beginning once more, as a page does that watches before it reads.</summary>
    public async Task CatchUpAsync(bool again = false)
    {
        foreach (var (topic, stream) in Topics)
        {
            var replay = await stage.Get<EventReplay>().ReadAfterAsync(topic, stream, again ? 0 : seen[topic], Cancellation);
            Assert.False(replay.Gap);
            foreach (var news in await stage.Get<LiveEvents>().GetMissedAsync(replay.Events, member, Cancellation))
                Apply(news);
            // Pages coalesce: what is read anew is read once for all that came together.
            if (replay.Events.Any(row => row.Kind is GroupEvents.ShelfChanged or DiscussionEvents.SectionOpened))
                await ReadDiscussionAsync(parts);
            else if (replay.Events.Any(row => row.Kind is GroupEvents.TextChanged))
                await ReadTextAsync(parts);
            if (replay.Events.Any(row => row.Kind is LinkEvents.Added or AnnotationEvents.Added or GroupEvents.TextChanged or GroupEvents.ShelfChanged or DiscussionEvents.SectionOpened))
                await ReadLinksAsync(parts);
            if (replay.Events.Any(row => row.Kind is GroupEvents.ReadingShelved or GroupEvents.TextChanged or RightsEvents.MembershipChanged))
                await ReadGroupAsync(parts);
            if (replay.Events.Any(row => row.Kind is NotificationEvents.Added or NotificationEvents.Read or GroupEvents.TextChanged or GroupEvents.ShelfChanged or DiscussionEvents.SectionOpened))
                await ReadNoticesAsync(parts);
            if (replay.Events.Any(row => row.Kind is DiscussionEvents.BookmarkChanged))
                await ReadBookmarksAsync(parts);
            if (replay.Events.Any(row => row.ThreadId is not null))
                await ReadUnreadAsync(parts);
            seen[topic] = replay.Sequence;
        }
    }

    /// <summary>What is shown and is not so, or is so and not shown.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync()
    {
        var fresh = await FreshAsync();
        return [.. fresh.Keys.Union(parts.Keys)
            .Where(part => fresh.GetValueOrDefault(part) != parts.GetValueOrDefault(part))
            .Select(part => $"{member.Name}, {part}: shows {parts.GetValueOrDefault(part, "nothing")} in place of {fresh.GetValueOrDefault(part, "nothing")}")];
    }

    private void Apply(LiveEvent news)
    {
        var row = news.Row;
        if (row.Kind is AnnotationEvents.Removed or LinkEvents.Removed)
            Remove(row.SubjectId);
        if (row.Kind == RightsEvents.SessionEnded && (row.SubjectId is null || row.SubjectId == sessionId))
            parts["session"] = "False";
        if (news.Session is { } live)
            parts["live"] = Write(live.EndedAt is null ? live : null);
        // It is gone from where it was; the thread where it is tells of it itself.
        if (news.Elsewhere is not null && parts.TryGetValue($"comment {row.SubjectId}", out var moved) && JsonSerializer.Deserialize<CommentView>(moved)?.ThreadId == row.ThreadId)
            parts.Remove($"comment {row.SubjectId}");
        if (news.Waiting is { } waits)
        {
            parts[$"waiting {waits.Section}"] = Write(waits);
            if (news.Card is { } closed)
                Put(parts, closed, isOfReading: false);
            return;
        }

        if (news.Comment is { } comment)
            parts[$"comment {comment.Id}"] = Write(comment);
        if (news.Card is { } card)
            Put(parts, card, isOfReading: row.ReadingId is not null);
    }

    // A card takes what it shows along.
    private void Remove(Guid? markId)
    {
        parts.Remove($"link {markId}");
        if (!parts.Remove($"card {markId}", out var card) || JsonSerializer.Deserialize<ThreadCard>(card)?.ThreadId is not { } threadId)
            return;

        parts.Remove($"thread {threadId}");
        foreach (var comment in parts.Keys.Where(part => part.StartsWith("comment ", StringComparison.Ordinal) && JsonSerializer.Deserialize<CommentView>(parts[part])?.ThreadId == threadId).ToList())
            parts.Remove(comment);
    }

    private async Task<SortedDictionary<string, string>> FreshAsync()
    {
        var fresh = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await ReadDiscussionAsync(fresh);
        await ReadGroupAsync(fresh);
        await ReadLinksAsync(fresh);
        await ReadNoticesAsync(fresh);
        await ReadBookmarksAsync(fresh);
        await ReadUnreadAsync(fresh);
        fresh["session"] = (await stage.Get<SessionQueries>().IsOpenAsync(sessionId, Cancellation)).ToString();
        return fresh;
    }

    /// <summary>Everything that was said; a page does this when its member sees more of it or less.</summary>
    private async Task ReadDiscussionAsync(SortedDictionary<string, string> into)
    {
        foreach (var part in into.Keys.Where(part => part.Split(' ')[0] is "waiting" or "thread" or "comment").ToList())
            into.Remove(part);
        await ReadTextAsync(into);
        var threads = stage.Get<ThreadQuery>();
        foreach (var row in await threads.RecentAsync(stage.GroupId, null, member, Cancellation))
            into[$"thread {row.Id}"] = Write(new { row.Comments, row.LastSequence, row.IsLocked });
        foreach (var thread in into.Keys.Where(part => part.StartsWith("thread ", StringComparison.Ordinal)).ToList())
        {
            foreach (var comment in await threads.CommentsAsync(Guid.Parse(thread["thread ".Length..]), 0, member, Cancellation))
                into[$"comment {comment.Id}"] = Write(comment);
        }

        foreach (var section in (await stage.Get<SectionQuery>().ListAsync(stage.GroupId, stage.Text.ReadingId, member, Cancellation)).Waiting)
            into[$"waiting {section.Section}"] = Write(section);
    }

    /// <summary>Where every mark stands; a page does this when it is loaded again, which is what it asks for when its text is another one.</summary>
    private async Task ReadTextAsync(SortedDictionary<string, string> into)
    {
        foreach (var part in into.Keys.Where(part => part.StartsWith("card ", StringComparison.Ordinal)).ToList())
            into.Remove(part);
        var margin = stage.Get<MarginQuery>();
        var cards = await margin.CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, member, Cancellation);
        var whole = await margin.WholeReadingAsync(stage.GroupId, stage.Text.ReadingId, member, Cancellation);
        foreach (var card in cards.Concat(whole))
            Put(into, card, isOfReading: true);
        var page = await stage.Get<ReadingPageQuery>().FindAsync("herons", stage.Text.Slug, member, Cancellation);
        into["live"] = Write(await stage.Get<LiveSessionQuery>().FindAsync(stage.GroupId, stage.Text.ReadingId, member, Cancellation));
        into["text"] = Write(new { page?.EditionId, page?.Paragraphs, page?.Last });
    }

    /// <summary>Where the marks of links lead, and their notes; a page asks for them itself, since not everybody is told the same.</summary>
    private async Task ReadLinksAsync(SortedDictionary<string, string> into)
    {
        foreach (var part in into.Keys.Where(part => part.StartsWith("link ", StringComparison.Ordinal)).ToList())
            into.Remove(part);
        var marks = into.Where(part => part.Key.StartsWith("card ", StringComparison.Ordinal))
            .Select(part => JsonSerializer.Deserialize<ThreadCard>(part.Value)?.Mark).OfType<MarkView>()
            .Where(mark => mark.Kind == AnnotationKind.Link).Select(mark => mark.Id).ToList();
        foreach (var link in await stage.Get<LinkQuery>().OfMarksAsync(stage.GroupId, marks, member, Cancellation))
            into[$"link {link.MarkId}"] = Write(link);
    }

    private async Task ReadGroupAsync(SortedDictionary<string, string> into)
    {
        var groups = stage.Get<GroupQuery>();
        var view = await groups.FindAsync("herons", member, Cancellation) ?? throw new InvalidOperationException("The member is out.");
        into["role"] = view.MyRole.ToString();
        into["shelf"] = Write(await groups.ShelfAsync(view, member, Cancellation));
        into["members"] = Write(await groups.MembersAsync(view, member, null, Cancellation));
    }

    private async Task ReadNoticesAsync(SortedDictionary<string, string> into)
    {
        into["feed"] = Write(await stage.Get<NotificationQuery>().ListAsync(null, member, Cancellation));
        into["bell"] = Write(await stage.Get<NotificationQuery>().UnreadAsync(member, Cancellation));
    }

    private async Task ReadBookmarksAsync(SortedDictionary<string, string> into) =>
        into["bookmarks"] = Write((await stage.Get<BookmarkQuery>().ListAsync(null, member, Cancellation)).Select(row => row.CommentId));

    private async Task ReadUnreadAsync(SortedDictionary<string, string> into)
    {
        var threads = into.Keys.Where(part => part.StartsWith("thread ", StringComparison.Ordinal)).Select(part => Guid.Parse(part["thread ".Length..])).ToList();
        into["unread"] = Write((await stage.Get<UnreadQuery>().InThreadsAsync(threads, member, Cancellation)).OrderBy(thread => thread.ThreadId));
    }

    private static void Put(SortedDictionary<string, string> into, ThreadCard card, bool isOfReading)
    {
        if (isOfReading)
            into[$"card {card.Mark?.Id ?? card.ThreadId}"] = Write(card);
        // A thread whose comments all went elsewhere stands in no list.
        if (card is { ThreadId: { } empty, LastSequence: 0 })
            into.Remove($"thread {empty}");
        else if (card.ThreadId is { } threadId)
            into[$"thread {threadId}"] = Write(new { card.Comments, card.LastSequence, card.IsLocked });
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value);
}
