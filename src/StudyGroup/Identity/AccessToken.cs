using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>A personal, revocable, scoped secret for scripts. Only its hash is stored; the secret itself is shown once.</summary>
public sealed class AccessToken
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the secret, which is 256 bits of randomness and needs no slow hash.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it may write, or read only.</summary>
    public required bool MayWrite { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public void Use(DateTimeOffset now) => LastUsedAt = now;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

internal sealed class AccessTokenConfiguration : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("AccessTokens");
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.Property(token => token.Name).HasMaxLength(TextLimits.Name);
        builder.Property(token => token.Hash).HasMaxLength(64);
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(token => token.AccountId);
    }
}
