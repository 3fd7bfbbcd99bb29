using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

internal sealed class LiveSessionConfiguration : IEntityTypeConfiguration<LiveSession>
{
    public void Configure(EntityTypeBuilder<LiveSession> builder)
    {
        builder.ToTable("LiveSessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.BlockKey).HasMaxLength(40);
        builder.Property(session => session.Version).IsConcurrencyToken();
        // One at a time; which the page of a reading also looks up by.
        builder.HasIndex(session => new { session.GroupId, session.ReadingId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(session => session.EndedAt);
        builder.HasOne<ShelfItem>().WithMany().HasForeignKey(session => new { session.GroupId, session.ReadingId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(session => session.FacilitatorId);
        builder.HasOne<Account>().WithMany().HasForeignKey(session => session.SpeakerId);
        builder.HasMany(session => session.Hands).WithOne().HasForeignKey(hand => hand.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class HandConfiguration : IEntityTypeConfiguration<Hand>
{
    public void Configure(EntityTypeBuilder<Hand> builder)
    {
        builder.ToTable("Hands");
        builder.HasKey(hand => new { hand.SessionId, hand.AccountId });
        builder.HasOne<Account>().WithMany().HasForeignKey(hand => hand.AccountId);
    }
}
