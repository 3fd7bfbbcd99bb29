using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>What a member is in a group; each role may do what the next may, and more.</summary>
public enum Role
{
    Owner,
    Moderator,
    Participant,
    Observer,
}

/// <summary>Only an active membership counts. A removed one is kept so that what the person wrote keeps its place.</summary>
public enum MembershipStatus
{
    Active,
    Pending,
    Suspended,
    Removed,
}

/// <summary>An account in a group. "Member" is any active membership.</summary>
public sealed class Membership
{
    public required Guid GroupId { get; init; }

    public required Guid AccountId { get; init; }

    public required Role Role { get; set; }

    public required MembershipStatus Status { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasKey(membership => new { membership.GroupId, membership.AccountId });
        builder.HasIndex(membership => membership.AccountId);
        builder.Property(membership => membership.Role).HasConversion<string>().HasMaxLength(16);
        builder.Property(membership => membership.Status).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Group>().WithMany().HasForeignKey(membership => membership.GroupId);
        builder.HasOne<Account>().WithMany().HasForeignKey(membership => membership.AccountId);
    }
}
