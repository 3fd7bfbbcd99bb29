using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>People who read together. Everything that is said is said in one group and seen by its active members alone.</summary>
public sealed class Group
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class GroupConfiguration : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.ToTable("Groups");
        builder.Property(group => group.Id).ValueGeneratedNever();
        builder.Property(group => group.Slug).HasMaxLength(TextLimits.Slug);
        builder.HasIndex(group => group.Slug).IsUnique();
        builder.Property(group => group.Name).HasMaxLength(TextLimits.GroupName);
        builder.Property(group => group.Description).HasMaxLength(TextLimits.GroupDescription);
    }
}
