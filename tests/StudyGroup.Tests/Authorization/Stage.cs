using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Authorization;

/// <summary>A group with somebody in every role and a text on its shelf, and another group with a text of its own that one stranger owns.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly Dictionary<Person, CurrentMember> people;

    private Stage(CoreServices core, Dictionary<Person, CurrentMember> people, Guid group, Guid elsewhere)
    {
        Core = core;
        this.people = people;
        GroupId = group;
        ElsewhereId = elsewhere;
    }

    public CoreServices Core { get; }

    public Guid GroupId { get; }

    public Guid ElsewhereId { get; }

    /// <summary>On the shelf of the group.</summary>
    public StagedText Text { get; set; } = new(default, default, default, "");

    /// <summary>On the shelf of the other group.</summary>
    public StagedText TextElsewhere { get; private set; } = new(default, default, default, "");

    public CurrentMember Owner => people[Person.Owner];

    public CurrentMember Moderator => people[Person.Moderator];

    public CurrentMember Ana => people[Person.Participant];

    public CurrentMember Observer => people[Person.Observer];

    public CurrentMember Suspended => people[Person.Suspended];

    public CurrentMember Removed => people[Person.Removed];

    public CurrentMember Zoe => people[Person.Stranger];

    /// <summary>A second participant.</summary>
    public required CurrentMember Ben { get; init; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public CurrentMember this[Person person] => people[person];

    public static async Task<Stage> CreateAsync(Engine engine, Action<IServiceCollection>? configure = null) =>
        await SetAsync(await CoreServices.CreateAsync(engine, Cancellation, services => AddAreas(services, configure)));

    /// <summary>The same over services that the test made.</summary>
    public static async Task<Stage> SetAsync(CoreServices core)
    {
        await using var db = await core.ReadAsync(Cancellation);
        var now = core.Clock.GetUtcNow();
        var group = new Group { Id = Guid.CreateVersion7(now), Slug = "herons", Name = "The Herons", Description = "Wading slowly", CreatedAt = now };
        var elsewhere = new Group { Id = Guid.CreateVersion7(now), Slug = "elsewhere", Name = "Elsewhere", CreatedAt = now };
        db.Groups().AddRange(group, elsewhere);

        var people = Enum.GetValues<Person>().ToDictionary(person => person, person => Open(db, NameOf(person), now));
        var ben = Open(db, "Ben Alderny", now);
        foreach (var person in Enum.GetValues<Person>().Except([Person.Stranger]))
            Join(db, group, people[person], RoleOf(person), StatusOf(person), now);
        Join(db, group, ben, Role.Participant, MembershipStatus.Active, now);
        Join(db, elsewhere, people[Person.Stranger], Role.Owner, MembershipStatus.Active, now);
        await db.SaveChangesAsync(Cancellation);

        var stage = new Stage(core, people, group.Id, elsewhere.Id) { Ben = ben };
        stage.Text = await stage.ShelveAsync(group.Id, "The Uncounted Door");
        stage.TextElsewhere = await stage.ShelveAsync(elsewhere.Id, "A Bridge of Reeds");
        return stage;
    }

    /// <summary>Everything of the core that the test database's services do not have already.</summary>
    public static void AddAreas(IServiceCollection services, Action<IServiceCollection>? configure = null)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddRealtime().AddIdentity().AddReadings().AddGroups().AddAnnotations().AddDiscussion().AddModeration().AddNotifications();
        configure?.Invoke(services);
    }

    public T Get<T>()
        where T : notnull => Core.Get<T>();

    public Task<StudyGroupDbContext> ReadAsync() => Core.ReadAsync(Cancellation);

    /// <summary>Imports a short text on the console and puts it on the group's shelf.</summary>
    public async Task<StagedText> ShelveAsync(Guid groupId, string title)
    {
        var imported = (await Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(StagedText.Document(title), groupId), importer: null, Cancellation)).Value
            ?? throw new InvalidOperationException("The text was refused.");
        await using var db = await ReadAsync();
        var edition = await db.Readings().Where(reading => reading.Id == imported[0].Id).Select(reading => reading.CurrentEditionId).SingleAsync(Cancellation);
        return new StagedText(groupId, imported[0].Id, edition, imported[0].Slug);
    }

    public ValueTask DisposeAsync() => Core.DisposeAsync();

    private static string NameOf(Person person) => person switch
    {
        Person.Owner => "Odile Fenwick",
        Person.Moderator => "Milo Tarn",
        Person.Participant => "Ana Beck",
        Person.Observer => "Oskar Rill",
        Person.Suspended => "Sunniva Ghyll",
        Person.Removed => "Ruben Force",
        _ => "Zoe Holm",
    };

    private static Role RoleOf(Person person) => person switch
    {
        Person.Owner => Role.Owner,
        Person.Moderator => Role.Moderator,
        Person.Observer => Role.Observer,
        _ => Role.Participant,
    };

    private static MembershipStatus StatusOf(Person person) => person switch
    {
        Person.Suspended => MembershipStatus.Suspended,
        Person.Removed => MembershipStatus.Removed,
        _ => MembershipStatus.Active,
    };

    private static CurrentMember Open(StudyGroupDbContext db, string name, DateTimeOffset now)
    {
        var account = Account.Open($"{name.Split(' ')[0].ToLowerInvariant()}@example.org", name, now);
        db.Accounts().Add(account);
        return new CurrentMember(account.Id, name);
    }

    private static void Join(StudyGroupDbContext db, Group group, CurrentMember member, Role role, MembershipStatus status, DateTimeOffset now) =>
        db.Memberships().Add(new Membership { GroupId = group.Id, AccountId = member.AccountId, Role = role, Status = status, JoinedAt = now });
}
