using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Annotations;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>A member gave their notes on a reading to the group, all in one step. It can be taken back for a while.</summary>
public sealed class Publication
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid ReadingId { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }
}

/// <summary>
/// A note and what the group got in its place. The two are apart, so that what the log says of the one never shows the other: taken back, the group's
/// is gone for good and the note is its author's again.
/// </summary>
public sealed class PublishedNote
{
    public required Guid PublicationId { get; init; }

    /// <summary>The note, which is away as long as the publication holds.</summary>
    public required Guid NoteId { get; init; }

    /// <summary>The mark that everybody sees.</summary>
    public required Guid AnnotationId { get; init; }
}

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("Publications");
        builder.Property(publication => publication.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(publication => publication.AccountId);
        builder.HasOne<Group>().WithMany().HasForeignKey(publication => publication.GroupId);
        builder.HasOne<Reading>().WithMany().HasForeignKey(publication => publication.ReadingId);
    }
}

internal sealed class PublishedNoteConfiguration : IEntityTypeConfiguration<PublishedNote>
{
    public void Configure(EntityTypeBuilder<PublishedNote> builder)
    {
        builder.ToTable("PublishedNotes");
        builder.HasKey(note => new { note.PublicationId, note.NoteId });
        builder.HasOne<Publication>().WithMany().HasForeignKey(note => note.PublicationId);
        builder.HasOne<Annotation>().WithMany().HasForeignKey(note => note.NoteId);
        builder.HasOne<Annotation>().WithMany().HasForeignKey(note => note.AnnotationId);
    }
}
