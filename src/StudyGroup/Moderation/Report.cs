using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Shared;

namespace StudyGroup.Moderation;

/// <summary>Somebody asks the moderators to look at a comment, once, and says why.</summary>
public sealed class Report
{
    public required Guid Id { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid CommentId { get; init; }

    public required Guid ReporterId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }
}

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.Reason).HasMaxLength(TextLimits.Reason);
        builder.HasIndex(report => new { report.CommentId, report.ReporterId }).IsUnique();
        builder.HasIndex(report => new { report.GroupId, report.ReportedAt });
        builder.HasOne<Group>().WithMany().HasForeignKey(report => report.GroupId);
        builder.HasOne<Comment>().WithMany().HasForeignKey(report => report.CommentId);
        builder.HasOne<Account>().WithMany().HasForeignKey(report => report.ReporterId);
    }
}
