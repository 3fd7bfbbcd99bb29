using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class TitlePageTests
{
    private const string Book = """
        THE WATER AND THE WHEEL

        by

        ADA BROOK

        Author of "The Lock" and "The Weir"

        Translated from the German by Tom Hall

        With Twelve Illustrations by Eva Stone

        SECOND EDITION

        LONDON
        PRINTED FOR J. MILLER AND SONS
        12 MILL STREET
        1861

        Copyright, 1861, by Ada Brook

        All rights reserved.

        CONTENTS

        CHAPTER I. The Wheel
        CHAPTER II. The Water

        CHAPTER I

        THE WHEEL

        The wheel had been turning since before anybody could remember, and nobody heard it any more until the day on which it stopped and the whole valley woke up at four in the morning because of the silence.

        CHAPTER II

        THE WATER

        The water did not stop. It went on over the weir as it had always done, and it was only the people who noticed that there was nothing left in the valley that it was good for.

        """;

    [Fact]
    public void What_a_title_page_prints_is_metadata_and_no_paragraph()
    {
        var reading = Raw.Reading(Book);

        Assert.Equal(("THE WATER AND THE WHEEL", "Ada Brook", "Tom Hall"), (reading.Title, Assert.Single(reading.Authors), reading.Translator));
        Assert.Equal(("1861", "Copyright, 1861, by Ada Brook"), (reading.Date, reading.Rights));
        Assert.Equal("CHAPTER I THE WHEEL", reading.Blocks[0].Markdown);
        Assert.Contains(reading.Repairs, repair => repair is { Rule: RepairRules.TitlePage, Sureness: Sureness.ForReview });
    }

    [Theory]
    [InlineData("2021-09", "2021-09")]
    [InlineData("2021", "2021")]
    [InlineData("September 2021", "2021-09")]
    [InlineData("2021-09-03", "2021-09-03")]
    [InlineData("3 September 2021", "2021-09-03")]
    [InlineData("2021-13", null)]
    public void A_date_at_the_head_of_a_file_is_as_exact_as_it_says(string written, string? date)
    {
        var reading = Raw.Reading($"---\ntitle: The Mill\ntranslator: Tom Hall\ndate: {written}\n---\n\nIt stood there.\n", "mill.md");

        Assert.Equal((date, "Tom Hall"), (reading.Date, reading.Translator));
    }

    [Fact]
    public void A_paragraph_about_a_printer_is_a_paragraph()
    {
        Assert.Equal(2, Raw.Blocks("The printer of the valley was a man of few words, and all of them were set in the wrong type.", Raw.Prose).Count);
    }
}
