using StudyGroup.Readings.Rendering;
using Xunit;

namespace StudyGroup.Tests.Readings.Rendering;

public sealed class TableOfContentsTests
{
    [Fact]
    public void Each_heading_has_the_paragraphs_up_to_the_next_one()
    {
        var text = WrittenEdition.Of("""
            paragraph p1 number=1: opening
            heading h1 level=2: The *first* part[^1]
            heading h2 level=4: Under it
            paragraph p2 number=2: a
            rule r1:
            paragraph p3 number=3: b
            heading h3 level=2: The second part
            paragraph p4 number=4: c
            heading h4 level=6: The end
            """);

        var contents = EditionRenderer.Render(text).Contents;

        Assert.Equal(
            [
                new ContentsHeading("h1", 2, "The first part", null, null),
                new ContentsHeading("h2", 3, "Under it", 2, 3),
                new ContentsHeading("h3", 2, "The second part", 4, 4),
                new ContentsHeading("h4", 4, "The end", null, null),
            ],
            contents);
    }

    [Fact]
    public void A_text_without_headings_has_none()
    {
        Assert.Empty(TableOfContents.Of(WrittenEdition.Of("paragraph p1 number=1: alone").Blocks));
    }
}
