using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Readings;
using StudyGroup.Realtime;

namespace StudyGroup.Web.Realtime;

/// <summary>The others who have this reading open, and the ¶ each of them looks at.</summary>
public sealed partial class PresenceBar
{
    private IReadOnlyList<PresentMember> others = [];
    private Dictionary<string, int> paragraphs = [];
    private IReadOnlyList<BlockAddress> blocks = [];
    private LiveSessionView? session;

    [Inject] public required EditionPages Editions { get; init; }

    [Inject] public required LiveSessionQuery Sessions { get; init; }

    [Parameter, EditorRequired] public required Guid GroupId { get; set; }

    [Parameter, EditorRequired] public required Guid ReadingId { get; set; }

    [Parameter, EditorRequired] public required Guid EditionId { get; set; }

    [Parameter, EditorRequired] public required string Language { get; set; }

    /// <summary>Whether a live session ran when the page was made.</summary>
    [Parameter] public bool IsLive { get; set; }

    [Parameter] public bool MayDiscuss { get; set; }

    [Parameter] public bool MayModerate { get; set; }

    protected override IEnumerable<Topic> Topics => [Topic.Reading(GroupId, ReadingId)];

    private string Here => new Uri(Navigation.Uri).AbsolutePath;

    protected override async Task LoadAsync()
    {
        // What began between the page and its line is asked for once; before, the page itself has asked.
        if (RendererInfo.IsInteractive || IsLive)
            session = await Sessions.FindAsync(GroupId, ReadingId, Member, Gone);
        if (!RendererInfo.IsInteractive && session is null)
            return;

        var page = await Editions.GetAsync(EditionId, Language, Gone);
        blocks = page.Blocks;
        paragraphs = page.Blocks.Where(block => block.Number is not null).ToDictionary(block => block.Key, block => block.Number ?? 0);
    }

    protected override Task<bool> ApplyAsync(LiveEvent news)
    {
        // Of one that has ended the bar itself says so; a later one takes its place.
        if (news.Session is not { } next || (next.EndedAt is not null && next.Id != session?.Id))
            return Task.FromResult(false);

        session = next;
        return Task.FromResult(true);
    }

    protected override bool Show(IReadOnlyList<PresenceSnapshot> present, IReadOnlyList<TypingSnapshot> typing)
    {
        if (present.Count == 0)
            return false;

        others = [.. present[^1].Members.Where(member => member.AccountId != Member.AccountId)];
        return true;
    }

    private string PlaceOf(PresentMember other) =>
        other.BlockKey is { } key && paragraphs.TryGetValue(key, out var number) ? Text["At", other.Name, number] : Text["Reading", other.Name];
}
