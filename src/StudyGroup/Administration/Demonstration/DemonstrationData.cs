using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Demonstration;

/// <summary>
/// Two groups with people, texts and talk, so that whoever starts the program for the first time sees what it is for. Every step can be taken again
/// without effect: a start that was cut off is finished by the next one.
/// </summary>
public sealed class DemonstrationData(
    IDbContextFactory<StudyGroupDbContext> contexts,
    WriteTransactions writes,
    EventLog events,
    PasswordHashing hashing,
    DemonstrationReadings readings,
    DemonstrationVoices voices,
    TimeProvider time)
{
    /// <returns>Whether anything was made: only on an empty database, or where an earlier start was cut off.</returns>
    public async Task<bool> MakeAsync(CancellationToken cancellationToken)
    {
        if (!await IsWantedAsync(cancellationToken))
            return false;

        var hash = await hashing.HashAsync(DemonstrationAccounts.Password, cancellationToken);
        if (!hash.Succeeded)
            throw new InvalidOperationException(hash.Error.Message);

        await writes.RunAsync((db, ct) => AddPeopleAsync(db, hash.Value, ct), cancellationToken);
        await readings.AddAsync(cancellationToken);
        await voices.SpeakAsync(cancellationToken);
        return true;
    }

    private async Task<bool> IsWantedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Accounts().AnyAsync(cancellationToken) && !await db.Groups().AnyAsync(cancellationToken))
            return true;

        var owner = Account.NormalizeEmail(DemonstrationPeople.Owner.Email);
        var isOurs = await (
            from grp in db.Groups()
            where grp.Slug == DemonstrationPeople.Demo
            join membership in db.Memberships() on grp.Id equals membership.GroupId
            join account in db.Accounts() on membership.AccountId equals account.Id
            where account.NormalizedEmail == owner && account.DisplayName == DemonstrationPeople.Owner.Name
            select account).AnyAsync(cancellationToken);
        return isOurs && !await voices.HaveSpokenAsync(cancellationToken);
    }

    private async Task<Result> AddPeopleAsync(StudyGroupDbContext db, string passwordHash, CancellationToken cancellationToken)
    {
        if (await db.Accounts().AnyAsync(cancellationToken))
            return Result.Success;

        var now = time.GetUtcNow();
        var groups = new[]
        {
            // The demonstration is the older group: it is the one that commands mean when none is named.
            new Group { Id = Guid.CreateVersion7(now), Slug = DemonstrationPeople.Demo, Name = "Thursday Circle", Description = "We read slowly and write in the margin.", CreatedAt = now },
            new Group { Id = Guid.CreateVersion7(now.AddSeconds(1)), Slug = DemonstrationPeople.Elsewhere, Name = "Parish Walkers", Description = "A group of its own.", CreatedAt = now.AddSeconds(1) },
        };
        db.Groups().AddRange(groups);
        foreach (var person in DemonstrationPeople.All)
        {
            var account = Account.Open(person.Email, person.Name, now);
            account.PasswordHash = passwordHash;
            db.Accounts().Add(account);
            var group = groups.First(group => group.Slug == person.GroupSlug);
            db.Memberships().Add(new Membership { GroupId = group.Id, AccountId = account.Id, Role = person.Role, Status = MembershipStatus.Active, JoinedAt = now });
            await events.AppendAsync(db, group.Id, new NewEvent(RightsEvents.MembershipChanged, account.Id) { SubjectId = account.Id }, cancellationToken);
        }

        return Result.Success;
    }
}
