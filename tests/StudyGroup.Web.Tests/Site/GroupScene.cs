using AngleSharp.Html.Dom;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Web.Tests.Site;

/// <summary>A site with the group "Harbour Readers", which Olga owns. Others come as a test needs them.</summary>
public sealed class GroupScene : IAsyncDisposable
{
    public const string Owner = "Olga";

    private readonly Dictionary<string, CurrentMember> people = [];
    private readonly Dictionary<string, Browser> browsers = [];

    private GroupScene(StudyGroupSite site) => Site = site;

    public StudyGroupSite Site { get; }

    public Guid GroupId { get; private set; }

    public string Slug { get; private set; } = "";

    public string Address => $"/groups/{Slug}";

    public CurrentMember this[string name] => people[name];

    public static async Task<GroupScene> CreateAsync(CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var scene = new GroupScene(await StudyGroupSite.ProductionAsync(cancellationToken, settings));
        await scene.PersonAsync(Owner, cancellationToken);
        var made = await scene.Site.Get<CreateGroupHandler>().HandleAsync(new CreateGroup("Harbour Readers", "One text a month."), scene[Owner], cancellationToken);
        (scene.GroupId, scene.Slug) = made.Value ?? throw new InvalidOperationException(made.Error?.Message);
        return scene;
    }

    /// <summary>Somebody with an account and no group.</summary>
    public async Task<CurrentMember> PersonAsync(string name, CancellationToken cancellationToken)
    {
        var account = await Site.AccountAsync(name, cancellationToken);
        return people[name] = new CurrentMember(account.Id, account.DisplayName);
    }

    /// <summary>Somebody who comes into the group by invitation.</summary>
    public async Task<CurrentMember> MemberAsync(string name, Role role, CancellationToken cancellationToken)
    {
        var person = await PersonAsync(name, cancellationToken);
        var joined = await Site.Get<RedeemInvitationHandler>().HandleAsync(new RedeemInvitation(await InvitationAsync(role, cancellationToken)), person, cancellationToken);
        return joined.Succeeded ? person : throw new InvalidOperationException(joined.Error.Message);
    }

    /// <summary>The token of an invitation for one.</summary>
    public async Task<string> InvitationAsync(Role role, CancellationToken cancellationToken) => Needed(
        await Site.Get<CreateInvitationHandler>().HandleAsync(new CreateInvitation(GroupId, role, Uses: 1, Days: 7), this[Owner], cancellationToken));

    /// <summary>The signed-in browser of this person, the same each time.</summary>
    public async Task<Browser> BrowserAsync(string name, CancellationToken cancellationToken)
    {
        if (!browsers.TryGetValue(name, out var browser))
            browsers[name] = browser = await Site.SignedInAsync($"{name.ToLowerInvariant()}@example.org", cancellationToken);
        return browser;
    }

    public async Task<IHtmlDocument> PageAsync(string name, string path, CancellationToken cancellationToken) =>
        await (await BrowserAsync(name, cancellationToken)).PageAsync(path, cancellationToken);

    /// <summary>Readings of ten paragraphs each on the group's shelf.</summary>
    public async Task<IReadOnlyList<ImportedReading>> ShelveAsync(CancellationToken cancellationToken, params string[] titles) => Needed(
        await Site.Get<ImportReadingsHandler>().HandleAsync(
            new ImportReadings(
                new ImportedDocument("shelf.md", string.Concat(titles), null, [.. titles.Select(title => new ReadingDraft
                {
                    Title = title,
                    Authors = ["Maren Holt"],
                    Date = "2011-03",
                    Blocks = [.. Enumerable.Range(1, 10).Select(number => new BlockDraft(BlockKind.Paragraph, $"Paragraph {number} says that the chairs were counted."))],
                })]),
                GroupId),
            this[Owner],
            cancellationToken));

    public async Task<PostedComment> SayAsync(string name, string markdown, CancellationToken cancellationToken, CommentTarget? target = null, Guid? threadId = null, Guid? parentId = null) => Needed(
        await Site.Get<PostCommentHandler>().HandleAsync(
            new PostComment(Guid.CreateVersion7(), markdown) { Target = threadId is null ? target ?? new CommentTarget(GroupId) : null, ThreadId = threadId, ParentId = parentId },
            this[name],
            cancellationToken));

    /// <summary>A target on the first words of a reading's paragraph.</summary>
    public async Task<CommentTarget> PassageAsync(Guid readingId, int paragraph, CancellationToken cancellationToken)
    {
        await using var db = await Site.ReadAsync(cancellationToken);
        var edition = db.Readings().Single(reading => reading.Id == readingId).CurrentEditionId;
        var key = db.Blocks().Single(block => block.EditionId == edition && block.Number == paragraph).Key;
        return new CommentTarget(GroupId) { ReadingId = readingId, Passage = new Passage(edition, new TextPoint(key, 0), new TextPoint(key, 11)) };
    }

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();

    private static T Needed<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException(result.Error.Message);
}
