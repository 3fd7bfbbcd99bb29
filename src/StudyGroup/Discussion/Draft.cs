using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Text not yet posted, seen by its author alone. The sequence counts saves in the page, so that a late or old save never overwrites a newer one.</summary>
public sealed class Draft
{
    /// <summary>The longest key, in characters.</summary>
    public const int KeyLength = 200;

    /// <summary>The longest description of where the draft belongs, in characters of JSON.</summary>
    public const int TargetLength = 2_000;

    public required Guid AccountId { get; init; }

    /// <summary>Where the text belongs, as the page names it: reading, anchor and parent.</summary>
    public required string Key { get; init; }

    public required long Sequence { get; set; }

    public required string Markdown { get; set; }

    /// <summary>JSON that lets the page open the composer at its place again.</summary>
    public required string Target { get; set; }

    public required DateTimeOffset SavedAt { get; set; }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.HasKey(draft => new { draft.AccountId, draft.Key });
        builder.Property(draft => draft.Key).HasMaxLength(Draft.KeyLength);
        builder.Property(draft => draft.Markdown).HasMaxLength(TextLimits.Comment);
        builder.Property(draft => draft.Target).HasMaxLength(Draft.TargetLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(draft => draft.AccountId);
    }
}
