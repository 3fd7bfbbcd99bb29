using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Annotations.Links;

public sealed class LinkLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_paragraph_takes_a_hundred_links_and_no_more(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var link = await stage.LinkAsync(stage.Ana);
        await CopyAsync(stage, link, LinkRules.MostInParagraph - 1);

        var refused = await stage.TryLinkAsync(stage.Ben, stage.Text.Link(stage.Text.Second(), stage.Text.First(), LinkKind.Develops));

        Assert.Equal("too-many", refused.Error?.Code);
        await stage.LinkAsync(stage.Ben, await BetweenOthersAsync(stage));
    }

    [Theory, BothEngines]
    public async Task A_member_makes_two_thousand_links_in_a_group_and_no_more(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var link = await stage.LinkAsync(stage.Ana);
        await CopyAsync(stage, link, LinkRules.MostOfMember - 1);

        var others = await BetweenOthersAsync(stage);

        Assert.Equal("too-many", (await stage.TryLinkAsync(stage.Ana, others)).Error?.Code);
        await stage.LinkAsync(stage.Ben, others);
    }

    private static async Task<AddLink> BetweenOthersAsync(Stage stage)
    {
        var other = await stage.ShelveAsync(stage.GroupId, "The Counted Door");
        return stage.Text.Link(other.First(), other.Second());
    }

    // As many more of the same, put down by hand.
    private static async Task CopyAsync(Stage stage, AddedLink link, int count)
    {
        await using var db = await stage.ReadAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var first = await db.PassageLinks().AsNoTracking().SingleAsync(Cancellation);
        var marks = await db.Annotations().AsNoTracking().OrderBy(mark => mark.Id == link.ToId).ToListAsync(Cancellation);
        for (var copied = 0; copied < count; copied++)
        {
            var (from, to) = (Copy(marks[0]), Copy(marks[1]));
            db.Annotations().AddRange(from, to);
            db.PassageLinks().Add(new PassageLink
            {
                Id = Guid.CreateVersion7(),
                GroupId = first.GroupId,
                FromId = from.Id,
                ToId = to.Id,
                Kind = first.Kind,
                AuthorId = first.AuthorId,
                IsPrivate = false,
                Note = null,
                IdempotencyKey = Guid.CreateVersion7(),
                CreatedAt = first.CreatedAt,
            });
        }

        await db.SaveChangesAsync(Cancellation);
    }

    private static Annotation Copy(Annotation mark)
    {
        var id = Guid.CreateVersion7();
        return new Annotation
        {
            Id = id,
            GroupId = mark.GroupId,
            ReadingId = mark.ReadingId,
            EditionId = mark.EditionId,
            AuthorId = mark.AuthorId,
            Kind = mark.Kind,
            IsPrivate = mark.IsPrivate,
            StartBlock = mark.StartBlock,
            StartPosition = mark.StartPosition,
            StartOffset = mark.StartOffset,
            EndBlock = mark.EndBlock,
            EndPosition = mark.EndPosition,
            EndOffset = mark.EndOffset,
            Quote = mark.Quote,
            Prefix = mark.Prefix,
            Suffix = mark.Suffix,
            Sequence = mark.Sequence,
            IdempotencyKey = id,
            CreatedAt = mark.CreatedAt,
        };
    }
}
