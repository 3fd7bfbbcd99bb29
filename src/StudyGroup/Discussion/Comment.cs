using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Groups;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>What a member said, as typed and as safe HTML made once from it. Deleting or hiding leaves a stub, so that replies keep their place.</summary>
public sealed class Comment
{
    /// <summary>A slip that is put right within this time after posting is not told as an edit.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    public required Guid Id { get; init; }

    public required Guid ThreadId { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid AuthorId { get; init; }

    public Guid? ParentId { get; init; }

    public required string Markdown { get; set; }

    public required string Html { get; set; }

    /// <summary>Version of the renderer that made <see cref="Html"/>.</summary>
    public required int RendererVersion { get; set; }

    /// <summary>Number of the event that posted it; comments order and page by it.</summary>
    public required long Sequence { get; init; }

    /// <summary>Counts edits from 1; an edit says which version it read.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The client's key; a second request with it finds the first answer.</summary>
    public required Guid IdempotencyKey { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>When it was last changed after <see cref="Grace"/>; null while it says what everybody read.</summary>
    public DateTimeOffset? EditedAt { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public DateTimeOffset? HiddenAt { get; private set; }

    public string? HiddenReason { get; private set; }

    public bool IsShown => DeletedAt is null && HiddenAt is null;

    public void Edit(string markdown, string html, int rendererVersion, DateTimeOffset now)
    {
        Markdown = markdown;
        Html = html;
        RendererVersion = rendererVersion;
        if (now - PostedAt >= Grace)
            EditedAt = now;
        Version++;
    }

    /// <summary>Takes the words away for good.</summary>
    public void Delete(DateTimeOffset now)
    {
        DeletedAt ??= now;
        Markdown = "";
        Html = "";
        Version++;
    }

    public void Hide(string reason, DateTimeOffset now)
    {
        HiddenAt ??= now;
        HiddenReason = reason;
        Version++;
    }

    public void Restore()
    {
        HiddenAt = null;
        HiddenReason = null;
        Version++;
    }
}

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("Comments");
        builder.Property(comment => comment.Id).ValueGeneratedNever();
        builder.Property(comment => comment.Markdown).HasMaxLength(TextLimits.Comment);
        builder.Property(comment => comment.HiddenReason).HasMaxLength(TextLimits.Reason);
        builder.Property(comment => comment.Version).IsConcurrencyToken();
        builder.HasIndex(comment => new { comment.AuthorId, comment.IdempotencyKey }).IsUnique();
        builder.HasIndex(comment => new { comment.ThreadId, comment.Sequence }).IsUnique();
        builder.HasIndex(comment => new { comment.GroupId, comment.Sequence });
        builder.HasIndex(comment => comment.RendererVersion);
        builder.HasOne<DiscussionThread>().WithMany().HasForeignKey(comment => comment.ThreadId);
        builder.HasOne<Group>().WithMany().HasForeignKey(comment => comment.GroupId);
        builder.HasOne<Comment>().WithMany().HasForeignKey(comment => comment.ParentId);
        builder.HasOne<Account>().WithMany().HasForeignKey(comment => comment.AuthorId);
    }
}
