using System.Buffers;
using System.Collections.Frozen;

namespace StudyGroup.Readings.Import.Words;

/// <summary>Common words of several languages that tell what a line is for.</summary>
internal static class WordLists
{
    /// <summary>Words that no sentence, title or line of its own ends with.</summary>
    public static readonly FrozenSet<string> Connecting = Set(
        "a an the of in on at by to for from with into onto upon under over between among against through towards than that which who whose whom and or but nor as if because while although is are was were be been being has have had will would shall should can could may might must not no its their his her our your this these those such very more most so der die das den dem des ein eine und oder von zu mit für auf im le la les un une des du de et ou à que qui dans el los las y en");

    /// <summary>Beginnings of endings that keep their hyphen when they stand before a word.</summary>
    public static readonly FrozenSet<string> HyphenPrefixes = Set(
        "all anti co counter cross de ex extra far half high ill inter intra long low mid multi neo non off on out over part post pre pro pseudo quasi re self semi short so socio sub super trans two ultra un under vice well");

    public static readonly FrozenSet<string> Sections = Set(
        "introduction|conclusion|conclusions|summary|contents|table of contents|preface|foreword|afterword|postscript|appendix|references|bibliography|literature|acknowledgements|acknowledgments|abstract|index|glossary|epilogue|prologue|chronology|sources|further reading|discussion|methods|results|background|notes|footnotes|endnotes|note|footnote|the end|end|einleitung|vorwort|schluss|inhalt|introducción|conclusión|préface|sommaire|conclusione", '|');

    public static readonly FrozenSet<string> NotesHeadings = Set(
        "notes|footnotes|endnotes|foot notes|end notes|notes and references|references and notes|notes and sources|author's notes|editor's notes|anmerkungen|fußnoten|endnoten|notas|notas al pie|note|notes de bas de page|примечания|сноски|هوامش|الهوامش|حواشي|الحواشي|ملاحظات|پانویس|یادداشت‌ها|הערות|הערות שוליים|注释|註釋|脚注", '|');

    /// <summary>Headings of lists that are notes only where the text numbers them.</summary>
    public static readonly FrozenSet<string> ReferenceHeadings = Set("references|bibliography|literature|works cited|sources|literatur|bibliographie|bibliografía", '|');

    private static readonly SearchValues<string> Saying = SearchValues.Create(
        [
            "said", "says", " say ", "wrote", "writes", "written", "explained", "explains", "stated", "states ", "warned", "warns", "argued", "argues", "noted", "notes that", "declared", "declares", "remarked", "observed", "observes",
            "added", "asked", "asks", "replied", "answered", "insisted", "concluded", "concludes", "claimed", "claims", "commented", "announced", "pointed out", "points out", "put it", "puts it", "continued", "continues", "quoted", "quoting",
            "in the words of", "as follows", "according to", "tells us", "told", "reads", "emphasized", "emphasised", "stressed", "summed up", "proclaimed", "recalled", "predicted", "cried", "exclaimed", "responded", "reported", "describes", "described",
            "schrieb", "sagte", "erklärte", "écrit", "déclaré", "escribió", "dijo",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static bool HasVerbOfSaying(ReadOnlySpan<char> sentence) => sentence.ContainsAny(Saying);

    public static bool IsConnecting(ReadOnlySpan<char> word) => word.Length <= 10 && Connecting.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words, char separator = ' ') => words.Split(separator).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
