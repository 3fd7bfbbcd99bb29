using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudyGroup.Shared;

/// <summary>A person who can sign in; some are site administrators. What they may do in a group is their membership's affair.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>What others see; plain text.</summary>
    public required string DisplayName
    {
        get;
        set
        {
            field = value;
            FoldedName = NameFolding.Fold(value);
        }
    }

    /// <summary>What the display name looks like; unique, so that nobody passes for another member.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>IANA name; times are shown in this zone.</summary>
    public string TimeZone { get; set; } = TimeZones.Default;

    /// <summary>One of <see cref="InterfaceLanguages.All"/>, or <see cref="InterfaceLanguages.OfBrowser"/>.</summary>
    public string Language { get; set; } = InterfaceLanguages.OfBrowser;

    public bool IsSiteAdministrator { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A new account that can be signed in to as soon as it has a password.</summary>
    public static Account Open(string email, string displayName, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Email = email,
        NormalizedEmail = NormalizeEmail(email),
        UserName = email,
        NormalizedUserName = NormalizeEmail(email),
        DisplayName = displayName,
        SecurityStamp = NewStamp(),
        CreatedAt = now,
    };

    /// <summary>The form in which e-mail addresses are compared.</summary>
    public static string NormalizeEmail(string email) => email.Trim().ToUpperInvariant();

    /// <summary>A value that no earlier cookie or link carries.</summary>
    public static string NewStamp() => RandomNumberGenerator.GetHexString(40);
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(account => account.DisplayName).HasMaxLength(TextLimits.Name);
        builder.Property(account => account.FoldedName).HasMaxLength(NameFolding.MaxLength);
        builder.HasIndex(account => account.FoldedName).IsUnique();
        builder.Property(account => account.TimeZone).HasMaxLength(64);
        builder.Property(account => account.Language).HasMaxLength(16);
        builder.HasIndex(account => account.NormalizedEmail).IsUnique();
    }
}
