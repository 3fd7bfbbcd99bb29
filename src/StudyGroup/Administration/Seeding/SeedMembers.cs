using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Seeding;

/// <summary>Made-up people: member1@example.org owns the group, member2 moderates it, the others take part.</summary>
public sealed class SeedMembers(WriteTransactions writes, TimeProvider time)
{
    private const int BatchSize = 500;

    /// <summary>The group of this address, made when there is none.</summary>
    public async Task<Guid> GroupAsync(string slug, CancellationToken cancellationToken)
    {
        var result = await writes.RunAsync<Guid>(
            async (db, ct) =>
            {
                if (await db.Groups().Where(group => group.Slug == slug).Select(group => (Guid?)group.Id).SingleOrDefaultAsync(ct) is { } known)
                    return known;

                var now = time.GetUtcNow();
                var group = new Group { Id = Guid.CreateVersion7(now), Slug = slug, Name = SeedWords.Titled(slug.Replace('-', ' ')), CreatedAt = now };
                db.Groups().Add(group);
                return group.Id;
            },
            cancellationToken);
        return result.Value;
    }

    /// <summary>Accounts that exist already are taken as they are and keep their password; whoever is no member yet becomes one.</summary>
    /// <returns>The accounts in the order of their numbers.</returns>
    public async Task<IReadOnlyList<Guid>> JoinAsync(Guid groupId, int count, string passwordHash, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var people = new List<Guid>(count);
        for (var first = 1; first <= count; first += BatchSize)
        {
            var numbers = Enumerable.Range(first, Math.Min(BatchSize, count - first + 1)).ToArray();
            var batch = await writes.RunAsync<IReadOnlyList<Guid>>(
                async (db, ct) => new Result<IReadOnlyList<Guid>>(await JoinSomeAsync(db, groupId, numbers, passwordHash, ct)), cancellationToken);
            people.AddRange(batch.Value ?? []);
            progress.Report(people.Count);
        }

        return people;
    }

    /// <summary>One new access token for each, in their order; the file is for its owner's eyes alone.</summary>
    public async Task WriteTokensAsync(string path, IReadOnlyList<Guid> people, CancellationToken cancellationToken)
    {
        var secrets = people.Select(_ => CreateAccessTokenHandler.NewSecret()).ToArray();
        foreach (var chunk in people.Zip(secrets).Chunk(BatchSize))
            await writes.RunAsync((db, _) => Task.FromResult(StoreTokens(db, chunk)), cancellationToken);

        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(path, options);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var secret in secrets)
            await file.WriteLineAsync(secret);
    }

    private async Task<IReadOnlyList<Guid>> JoinSomeAsync(StudyGroupDbContext db, Guid groupId, int[] numbers, string passwordHash, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var emails = numbers.ToDictionary(number => number, number => $"member{number}@example.org");
        var wanted = emails.Values.Select(Account.NormalizeEmail).ToArray();
        var known = await db.Accounts().Where(account => wanted.Contains(account.NormalizedEmail)).ToDictionaryAsync(account => account.NormalizedEmail ?? "", cancellationToken);
        var ids = known.Values.Select(account => account.Id).ToArray();
        var inside = await db.Memberships().Where(row => row.GroupId == groupId && ids.Contains(row.AccountId)).Select(row => row.AccountId).ToHashSetAsync(cancellationToken);
        var sequence = await EventLog.ReserveAsync(db, groupId, numbers.Length - inside.Count, cancellationToken);

        var people = new List<Guid>();
        foreach (var number in numbers)
        {
            var account = known.GetValueOrDefault(Account.NormalizeEmail(emails[number])) ?? Open(db, emails[number], number, passwordHash, now);
            people.Add(account.Id);
            if (inside.Contains(account.Id))
                continue;

            db.Memberships().Add(new Membership { GroupId = groupId, AccountId = account.Id, Role = RoleOf(number), Status = MembershipStatus.Active, JoinedAt = now });
            db.StreamEvents().Add(new StreamEvent
            {
                StreamId = groupId,
                Sequence = sequence++,
                Kind = RightsEvents.MembershipChanged,
                SubjectId = account.Id,
                At = now,
            });
        }

        return people;
    }

    private static Account Open(StudyGroupDbContext db, string email, int number, string passwordHash, DateTimeOffset now)
    {
        var account = Account.Open(email, SeedWords.NameOf(number), now);
        account.PasswordHash = passwordHash;
        db.Accounts().Add(account);
        return account;
    }

    private static Role RoleOf(int number) => number switch { 1 => Role.Owner, 2 => Role.Moderator, _ => Role.Participant };

    private Result StoreTokens(StudyGroupDbContext db, IEnumerable<(Guid Account, string Secret)> tokens)
    {
        var now = time.GetUtcNow();
        db.AccessTokens().AddRange(tokens.Select(token => new AccessToken
        {
            Id = Guid.CreateVersion7(now),
            AccountId = token.Account,
            Name = "seed",
            Hash = Secret.Hash(token.Secret),
            MayWrite = true,
            CreatedAt = now,
        }));
        return Result.Success;
    }
}
