using System.Text;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Tests.Readings.Import.Formats;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

/// <summary>Texts as public libraries hand them out, written here in their manner.</summary>
public sealed class PublicTextTests
{
    private const string Page =
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The Project of the Mill, by Ada Brook</title><style>.pagenum { position: absolute; }</style></head><body>
        <section class="pg-boilerplate pgheader" id="pg-header" lang="en"><h2>The Free Library eBook of The Mill</h2><div>This ebook is for the use of anyone anywhere at no cost.</div>
        <p><strong>Title</strong>: The Mill</p><p><strong>Author</strong>: Ada Brook</p><p><strong>Translator</strong>: Tom Hall</p><p><strong>Release date</strong>: May 3, 2011</p><p><strong>Language</strong>: English</p>
        <div><span>*** START OF THE FREE LIBRARY EBOOK THE MILL ***</span></div></section>
        <h1>THE MILL</h1><p class="center">BY<br>ADA BROOK</p>
        <h2>CONTENTS</h2><table><tr><td><a href="#c1">I. The Wheel</a></td><td>1</td></tr><tr><td><a href="#c2">II. The Flood</a></td><td>9</td></tr></table>
        <div class="chapter"><h2 id="c1">I. The Wheel</h2><p><span class="pagenum"><a id="Page_1">[Pg 1]</a></span>The mill stood by the river for a very long time, and nobody in the village could say who had built it.<a id="FNanchor_1_1"></a><a href="#Footnote_1_1" class="fnanchor">[1]</a></p>
        <p>The wheel turned all night, <span class="pagenum">[Pg 2]</span>and the miller slept beside it.</p>
        <div class="poem"><div class="stanza"><span class="i0">The wheel goes round,<br></span><span class="i2">the water falls,<br></span><span class="i0">and nobody comes.<br></span></div></div></div>
        <div class="chapter"><h2 id="c2">II. The Flood</h2><p>In the third winter the river rose, and took the wheel away in one night.</p></div>
        <div class="footnotes"><h3>FOOTNOTES:</h3><div class="footnote"><p><a id="Footnote_1_1"></a><a href="#FNanchor_1_1"><span class="label">[1]</span></a> The parish book names a monk.</p></div></div>
        <section class="pg-boilerplate pgheader" id="pg-footer" lang="en"><div><span>*** END OF THE FREE LIBRARY EBOOK THE MILL ***</span></div><p>Updated editions will replace the previous one, and whoever wants to help may do so.</p></section>
        </body></html>
        """;

    private const string Arabic =
        """
        الطاحونة القديمة

        بقلم ليلى حداد

        كانت الطاحونة قائمة على ضفة النهر منذ زمن بعيد، ولم يكن أحد في القرية يعرف من بناها.[١]

        وفي الشتاء الثالث ارتفع النهر، وأخذ العجلة في ليلة واحدة، ولم يبق منها إلا المحور.[٢]

        هوامش

        [١] يذكر كتاب القرية راهبا.

        [٢] المحور محفوظ في المتحف.
        """;

    [Fact]
    public void A_library_s_page_is_its_book_without_the_library()
    {
        var reading = Imported.Reading("mill.html", Encoding.UTF8.GetBytes(Page));

        Assert.Equal(("The Mill", "Ada Brook", "Tom Hall", "en"), (reading.Title, Assert.Single(reading.Authors), reading.Translator, reading.Language));
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Verse, BlockKind.Heading, BlockKind.Paragraph], reading.Blocks.Kinds());
        Assert.EndsWith("who had built it.[^1]", reading.Blocks[1].Markdown, StringComparison.Ordinal);
        Assert.Equal("The wheel turned all night, and the miller slept beside it.", reading.Blocks[2].Markdown);
        Assert.Equal([new FootnoteDraft("1", "The parish book names a monk.")], reading.Footnotes);
        Assert.DoesNotContain(reading.Blocks.Texts(), text => text.Contains("Library", StringComparison.OrdinalIgnoreCase) || text.Contains("Pg", StringComparison.Ordinal));
    }

    [Fact]
    public void An_Arabic_text_keeps_its_letters_its_author_and_its_notes()
    {
        var reading = Raw.Reading(Arabic, "mill.txt");

        Assert.Equal(("الطاحونة القديمة", "ليلى حداد", "ar"), (reading.Title, Assert.Single(reading.Authors), reading.Language));
        Assert.Equal(2, reading.Footnotes.Count);
        Assert.All(reading.Footnotes, note => Assert.Contains(reading.Blocks, block => block.Markdown.EndsWith($"[^{note.Label}]", StringComparison.Ordinal)));
        Assert.All(reading.Blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }
}
