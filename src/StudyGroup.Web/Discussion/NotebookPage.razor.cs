using Microsoft.AspNetCore.Components;
using StudyGroup.Annotations;
using StudyGroup.Discussion.Links;
using StudyGroup.Discussion.Notebooks;
using StudyGroup.Discussion.Tags;
using StudyGroup.Groups;
using StudyGroup.Web.Identity;

namespace StudyGroup.Web.Discussion;

/// <summary>What a group left on its readings, to be read from one end to the other.</summary>
public sealed partial class NotebookPage
{
    private GroupView? group;
    private IReadOnlyList<ShelfRow> shelf = [];
    private IReadOnlyList<MemberRow> members = [];
    private IReadOnlyList<NotebookEntry> entries = [];
    private IReadOnlyList<TagCount> tags = [];
    private Tag? tag;
    private Dictionary<Guid, LinkView> links = [];
    private DateTimeOffset now;

    [Inject] public required GroupQuery Groups { get; init; }

    [Inject] public required NotebookQuery Notebook { get; init; }

    [Inject] public required TagQuery TagsOfGroup { get; init; }

    [Inject] public required LinkQuery Links { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public required string Slug { get; set; }

    [SupplyParameterFromQuery] public string? Reading { get; set; }

    [SupplyParameterFromQuery] public string? Person { get; set; }

    [SupplyParameterFromQuery] public string? Tag { get; set; }

    [SupplyParameterFromQuery] public string? Order { get; set; }

    /// <summary>Only what comes behind the entry with this id.</summary>
    [SupplyParameterFromQuery] public string? After { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private Guid? PersonId => Guid.TryParse(Person, out var id) ? id : null;

    private Guid? AfterId => Guid.TryParse(After, out var id) ? id : null;

    private NotebookOrder AskedOrder => Enum.TryParse<NotebookOrder>(Order, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : NotebookOrder.Text;

    private string Address => $"/groups/{group?.Slug}/notebook";

    private string? Next => entries.Count < NotebookQuery.PageSize ? null : $"{Asked()}&after={entries[^1].Id}";

    protected override async Task OnInitializedAsync()
    {
        var (member, stop) = (Http.User.ToCurrentMember(), Http.RequestAborted);
        now = Time.GetUtcNow();
        group = await Groups.FindAsync(Slug, member, stop);
        if (group is null)
        {
            Navigation.NotFound();
            return;
        }

        shelf = await Groups.ShelfAsync(group, member, stop);
        members = await Groups.MembersAsync(group, member, afterName: null, stop);
        tag = StudyGroup.Discussion.Tags.Tag.Read(Tag);
        var reading = shelf.FirstOrDefault(row => row.Slug == Reading);
        entries = await Notebook.ListAsync(new NotebookRequest(group.Id, reading?.ReadingId, PersonId, AskedOrder, AfterId, tag?.Key), member, stop);
        tags = await TagsOfGroup.ListAsync(group.Id, reading?.ReadingId, PersonId, member, stop);
        links = (await Links.OfMarksAsync(group.Id, [.. entries.Where(entry => entry is { Kind: AnnotationKind.Link, Html: null }).Select(entry => entry.Id)], member, stop))
            .ToDictionary(link => link.MarkId);
    }

    // Only in the order of the text does an answer stand below what it answers.
    private bool IsBelow(NotebookEntry entry) => entry.IsReply && AskedOrder == NotebookOrder.Text;

    private string Asked() => Asked(tag?.Key);

    private string Asked(string? key) =>
        $"{Address}?reading={Uri.EscapeDataString(Reading ?? "")}&person={PersonId}&order={AskedOrder.ToString().ToLowerInvariant()}&tag={Uri.EscapeDataString(key ?? "")}";

    private string AddressOf(NotebookEntry entry) => entry switch
    {
        { ReadingSlug: { } slug, Block: { } block, Kind: AnnotationKind.Link } => $"/groups/{group?.Slug}/readings/{slug}?mark={entry.Id}#{block}",
        { ReadingSlug: { } slug, Block: { } block, Html: null } => $"/groups/{group?.Slug}/readings/{slug}#{block}",
        { ReadingSlug: { } slug, Block: not null } => $"/groups/{group?.Slug}/readings/{slug}?comment={entry.Id}",
        _ => $"/groups/{group?.Slug}/threads/{entry.ThreadId}?comment={entry.Id}#c-{entry.Id}",
    };

    private string PlaceOf(NotebookEntry entry) => entry switch
    {
        { ReadingTitle: { } reading, Paragraph: { } number } => Text["InReadingAt", reading, number],
        { ThreadTitle: { } title } => Text["InThread", title],
        { ReadingTitle: { } reading } => Text["InReading", reading],
        _ => Text["InGroupTalk"],
    };

    // What kind a comment is needs saying only where it is none of the common one.
    private string? KindOf(NotebookEntry entry) => entry switch
    {
        { IsReply: true } => null,
        { Kind: AnnotationKind.Question } => Text["NotebookQuestion"].Value,
        { Kind: AnnotationKind.Link } => Text["NotebookLink"].Value,
        { Kind: AnnotationKind.Highlight } => Text["NotebookHighlight"].Value,
        _ => null,
    };
}
