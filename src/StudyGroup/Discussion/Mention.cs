using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>A comment names a member with @. One row a person, however often the name stands there.</summary>
public sealed class Mention
{
    public required Guid CommentId { get; init; }

    public required Guid AccountId { get; init; }
}

internal sealed class MentionConfiguration : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.ToTable("Mentions");
        builder.HasKey(mention => new { mention.CommentId, mention.AccountId });
        builder.HasOne<Comment>().WithMany().HasForeignKey(mention => mention.CommentId);
        builder.HasOne<Account>().WithMany().HasForeignKey(mention => mention.AccountId);
    }
}
