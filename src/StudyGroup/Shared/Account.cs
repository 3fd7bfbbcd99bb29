using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudyGroup.Shared;

/// <summary>A person who can sign in; some are site administrators. What they may do in a group is their membership's affair.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>What others see; plain text.</summary>
    public required string DisplayName { get; set; }

    /// <summary>IANA name; times are shown in this zone.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>BCP 47 tag of the interface.</summary>
    public string Language { get; set; } = "en";

    public bool IsSiteAdministrator { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(account => account.DisplayName).HasMaxLength(TextLimits.Name);
        builder.Property(account => account.TimeZone).HasMaxLength(64);
        builder.Property(account => account.Language).HasMaxLength(16);
        builder.HasIndex(account => account.NormalizedEmail).IsUnique();
    }
}
