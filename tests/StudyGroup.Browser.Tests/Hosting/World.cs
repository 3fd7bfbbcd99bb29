using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Administration;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Browser.Tests.Hosting;

/// <summary>Puts people, groups and texts where the running program finds them: the core over the same folder, as a command beside the server has it.</summary>
public sealed class World : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private string? passwordHash;
    private int people;

    public World(string folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(new DataDirectory(folder, folder));
        services.AddStudyGroupCore();
        provider = services.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public Task<StudyGroupDbContext> ReadAsync(CancellationToken cancellationToken) =>
        Get<IDbContextFactory<StudyGroupDbContext>>().CreateDbContextAsync(cancellationToken);

    /// <summary>An account that nobody else has; its name is the given one and a number.</summary>
    public async Task<Person> PersonAsync(string name, CancellationToken cancellationToken)
    {
        passwordHash ??= (await Get<PasswordHashing>().HashAsync(Person.Password, cancellationToken)).Value;
        var number = Interlocked.Increment(ref people);
        var account = Account.Open($"person{number}@example.net", $"{name} {number}", DateTimeOffset.UtcNow);
        account.PasswordHash = passwordHash;
        await using var db = await ReadAsync(cancellationToken);
        db.Accounts().Add(account);
        await db.SaveChangesAsync(cancellationToken);
        return new Person(account.Id, account.DisplayName, account.Email ?? "");
    }

    /// <summary>A group with an owner, a moderator, Ana and Ben, and a text on its shelf.</summary>
    /// <param name="document">What stands in place of the usual text.</param>
    /// <param name="nameOf">What stands in place of a usual name.</param>
    public async Task<Circle> CircleAsync(CancellationToken cancellationToken, ImportedDocument? document = null, Func<string, string>? nameOf = null)
    {
        nameOf ??= name => name;
        var owner = await PersonAsync(nameOf("Odile"), cancellationToken);
        var moderator = await PersonAsync(nameOf("Magnus"), cancellationToken);
        var ana = await PersonAsync(nameOf("Ana"), cancellationToken);
        var ben = await PersonAsync(nameOf("Ben"), cancellationToken);
        var canary = $"quillon{owner.Email.Split('@')[0]}";
        var group = Granted(await Get<CreateGroupHandler>().HandleAsync(new CreateGroup(nameOf($"Readers of {canary}"), nameOf($"We meet at {canary}.")), owner.Member, cancellationToken));
        await JoinAsync(group.Id, moderator, Role.Moderator, cancellationToken);
        await JoinAsync(group.Id, ana, Role.Participant, cancellationToken);
        await JoinAsync(group.Id, ben, Role.Participant, cancellationToken);
        var imported = await Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(document ?? SharedText.Document(canary), group.Id), null, cancellationToken);
        var reading = Granted(imported)[0];
        await using var db = await ReadAsync(cancellationToken);
        return new Circle
        {
            Canary = canary,
            GroupId = group.Id,
            GroupSlug = group.Slug,
            ReadingId = reading.Id,
            ReadingSlug = reading.Slug,
            EditionId = await db.Editions().Where(edition => edition.ReadingId == reading.Id).Select(edition => edition.Id).SingleAsync(cancellationToken),
            Owner = owner,
            Moderator = moderator,
            Ana = ana,
            Ben = ben,
        };
    }

    public async Task JoinAsync(Guid groupId, Person person, Role role, CancellationToken cancellationToken)
    {
        await using var db = await ReadAsync(cancellationToken);
        db.Memberships().Add(new Membership { GroupId = groupId, AccountId = person.Id, Role = role, Status = MembershipStatus.Active, JoinedAt = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A comment on some characters of one block.</summary>
    public Task<PostedComment> CommentAsync(Circle circle, Person author, string words, string block, int from, int to, CancellationToken cancellationToken) =>
        PostAsync(author, new PostComment(Guid.NewGuid(), words)
        {
            Target = new CommentTarget(circle.GroupId) { ReadingId = circle.ReadingId, Passage = new Passage(circle.EditionId, new TextPoint(block, from), new TextPoint(block, to)) },
        }, cancellationToken);

    public Task<PostedComment> ReplyAsync(PostedComment to, Person author, string words, CancellationToken cancellationToken) =>
        PostAsync(author, new PostComment(Guid.NewGuid(), words) { ThreadId = to.ThreadId, ParentId = to.Id }, cancellationToken);

    public async Task<PostedComment> PostAsync(Person author, PostComment comment, CancellationToken cancellationToken) =>
        Granted(await Get<PostCommentHandler>().HandleAsync(comment, author.Member, cancellationToken));

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private static T Granted<T>(Result<T> answer) => answer.Succeeded ? answer.Value : throw new InvalidOperationException(answer.Error.Message);
}
