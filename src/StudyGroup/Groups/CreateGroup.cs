using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>A new group; whoever makes it is its owner.</summary>
public sealed record CreateGroup(string Name, string Description = "");

/// <summary>What a page needs to go there.</summary>
public sealed record CreatedGroup(Guid Id, string Slug);

public sealed class CreateGroupHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    // The form for a new group stands at this address.
    private const string Reserved = "new";

    /// <summary>Refuses an empty name, and texts over <see cref="TextLimits.GroupName"/> and <see cref="TextLimits.GroupDescription"/>.</summary>
    public async Task<Result<CreatedGroup>> HandleAsync(CreateGroup request, CurrentMember owner, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();
        if (name.Length == 0)
            return Errors.NameMissing;
        if (!name.IsStorable() || !request.Description.IsStorable())
            return Error.Unreadable("The name or the description");
        if (name.Length > TextLimits.GroupName)
            return Error.TooLong("The name", TextLimits.GroupName);
        if (request.Description.Length > TextLimits.GroupDescription)
            return Error.TooLong("The description", TextLimits.GroupDescription);

        try
        {
            return await writes.RunAsync<CreatedGroup>(async (db, ct) => await CreateAsync(db, name, request.Description.Trim(), owner, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return Errors.SlugTaken;
        }
    }

    private async Task<CreatedGroup> CreateAsync(StudyGroupDbContext db, string name, string description, CurrentMember owner, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var wanted = Slug.From(name, "group");
        var taken = await db.Groups().Where(group => group.Slug.StartsWith(wanted)).Select(group => group.Slug).ToHashSetAsync(cancellationToken);
        taken.Add(Reserved);
        var group = new Group { Id = Guid.CreateVersion7(now), Slug = Slug.Free(wanted, taken), Name = name, Description = description, CreatedAt = now };
        db.Groups().Add(group);
        db.Memberships().Add(new Membership
        {
            GroupId = group.Id,
            AccountId = owner.AccountId,
            Role = Role.Owner,
            Status = MembershipStatus.Active,
            JoinedAt = now,
        });
        await events.AppendAsync(db, group.Id, new NewEvent(RightsEvents.MembershipChanged, owner.AccountId) { SubjectId = owner.AccountId }, cancellationToken);
        return new CreatedGroup(group.Id, group.Slug);
    }
}
