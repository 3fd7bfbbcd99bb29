using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Readings;
using StudyGroup.Realtime;

namespace StudyGroup.Web.Realtime;

/// <summary>The others who have this reading open, and the ¶ each of them looks at.</summary>
public sealed partial class PresenceBar
{
    private IReadOnlyList<PresentMember> others = [];
    private Dictionary<string, int> paragraphs = [];

    [Inject] public required EditionPages Editions { get; init; }

    [Parameter, EditorRequired] public required Guid GroupId { get; set; }

    [Parameter, EditorRequired] public required Guid ReadingId { get; set; }

    [Parameter, EditorRequired] public required Guid EditionId { get; set; }

    [Parameter, EditorRequired] public required string Language { get; set; }

    protected override IEnumerable<Topic> Topics => [Topic.Reading(GroupId, ReadingId)];

    private string Here => new Uri(Navigation.Uri).AbsolutePath;

    protected override async Task LoadAsync()
    {
        if (!RendererInfo.IsInteractive)
            return;

        var page = await Editions.GetAsync(EditionId, Language, Gone);
        paragraphs = page.Blocks.Where(block => block.Number is not null).ToDictionary(block => block.Key, block => block.Number ?? 0);
    }

    protected override Task<bool> ApplyAsync(LiveEvent news) => Task.FromResult(false);

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
