using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>How far a member has read a thread: every comment up to this number was on a screen of theirs. It only grows.</summary>
public sealed class ThreadVisit
{
    public required Guid AccountId { get; init; }

    public required Guid ThreadId { get; init; }

    public required long Seen { get; init; }

    /// <summary>When they last looked at it.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class ThreadVisitConfiguration : IEntityTypeConfiguration<ThreadVisit>
{
    public void Configure(EntityTypeBuilder<ThreadVisit> builder)
    {
        builder.ToTable("ThreadVisits");
        builder.HasKey(visit => new { visit.AccountId, visit.ThreadId });
        builder.HasOne<Account>().WithMany().HasForeignKey(visit => visit.AccountId);
        builder.HasOne<DiscussionThread>().WithMany().HasForeignKey(visit => visit.ThreadId);
    }
}
