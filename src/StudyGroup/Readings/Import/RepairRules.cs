namespace StudyGroup.Readings.Import;

/// <summary>The names under which repairs are listed for an editor. They are shown by their translation and never stored.</summary>
public static class RepairRules
{
    /// <summary>Two halves of a sentence joined; the second one began with a small letter.</summary>
    public const string SentenceBreak = "sentence-break";

    /// <summary>Two halves of a sentence joined although the second one began with a capital.</summary>
    public const string CapitalBreak = "capital-break";

    /// <summary>Two halves of a hyphenated word joined.</summary>
    public const string WordBreak = "word-break";

    /// <summary>A note mark that had slipped to the next paragraph.</summary>
    public const string OrphanMark = "orphan-mark";

    /// <summary>A web address that was cut in two.</summary>
    public const string CutAddress = "cut-address";

    public const string Encoding = "encoding";
    public const string Furniture = "page-furniture";
    public const string Contents = "printed-contents";
    public const string Box = "box";
    public const string Tail = "tail";
    public const string Title = "title";
    public const string TitlePage = "title-page";
    public const string Articles = "articles";
    public const string Issue = "issue";
    public const string Heading = "heading";
    public const string Quote = "quote";
    public const string Theses = "theses";
    public const string List = "list";
    public const string Verse = "verse";
    public const string Notes = "notes";
    public const string Acronym = "acronym";
    public const string InnerHyphen = "inner-hyphen";
    public const string Emphasis = "emphasis";
    public const string Escape = "escape";
    public const string SpaceBeforeStop = "space-before-stop";
    public const string BareAddress = "bare-address";
}
