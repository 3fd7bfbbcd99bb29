using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>A link that lets its holder join one group in one role, a counted number of times, until it expires. Only the hash of its 128-bit token is stored.</summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }

    public required Guid GroupId { get; init; }

    public required Role Role { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the token.</summary>
    public required string TokenHash { get; init; }

    public required Guid CreatedById { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required int UsesLeft { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Property(invitation => invitation.TokenHash).HasMaxLength(64);
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
        builder.Property(invitation => invitation.Role).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Group>().WithMany().HasForeignKey(invitation => invitation.GroupId);
        builder.HasOne<Account>().WithMany().HasForeignKey(invitation => invitation.CreatedById);
    }
}
