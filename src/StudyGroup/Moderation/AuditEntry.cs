using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Groups;
using StudyGroup.Shared;

namespace StudyGroup.Moderation;

/// <summary>The trace of a moderator's act: who did what to what, when and why. Rows are added and never changed.</summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid ActorId { get; init; }

    /// <summary>For example <c>comment.hide</c> or <c>member.suspend</c>.</summary>
    public required string Action { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Action).HasMaxLength(40);
        builder.Property(entry => entry.Reason).HasMaxLength(TextLimits.Reason);
        builder.HasIndex(entry => new { entry.GroupId, entry.At });
        builder.HasOne<Group>().WithMany().HasForeignKey(entry => entry.GroupId);
        builder.HasOne<Account>().WithMany().HasForeignKey(entry => entry.ActorId);
    }
}
