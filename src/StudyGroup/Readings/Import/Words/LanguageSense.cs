using System.Collections.Frozen;

namespace StudyGroup.Readings.Import.Words;

/// <summary>The language of a text by its smallest words; English when nothing speaks for another one.</summary>
internal static class LanguageSense
{
    private const int Sample = 40_000;
    private const int FewestWords = 5;

    private static readonly (string Tag, FrozenSet<string> Words)[] Languages =
    [
        ("en", Words("the of and to that is was for with as his are this from have which were")),
        ("de", Words("der die und das ist nicht den von mit sich des dem ein eine auf für als auch werden")),
        ("fr", Words("le les des est une dans qui que pour pas sur au avec ce il sont cette du")),
        ("es", Words("el los las una del por con para que es como más pero sus este entre ser")),
        ("it", Words("il gli che di della per non una sono con del alla nel più anche come dei")),
        ("pt", Words("os uma não que do da em para com por mais dos como ao são pelo também")),
        ("nl", Words("het een van de niet dat zijn voor met op te aan door maar ook wordt naar")),
        ("pl", Words("nie się na do że jest przez dla oraz który które był ale jak jego może")),
        ("sv", Words("och att det som en på är av för med till den inte om ett har de")),
        ("tr", Words("bir ve bu için ile olarak olan daha çok gibi sonra kadar ama değil")),
        ("ru", Words("и в не на что с по как это из от для он все его но так")),
        ("uk", Words("і в не на що з як це до та за від для він його але або є")),
    ];

    public static string Of(IReadOnlyCollection<string> paragraphs)
    {
        if (Scripts.LanguageOf(paragraphs, Sample) is { } script)
            return script;
        var counts = new int[Languages.Length];
        var seen = 0;
        foreach (var paragraph in paragraphs.TakeWhile(_ => seen < Sample))
        {
            seen += paragraph.Length;
            Count(paragraph.AsSpan(0, Math.Min(paragraph.Length, Sample)), counts);
        }

        var best = Array.IndexOf(counts, counts.Max());
        return counts[best] < FewestWords ? "en" : Languages[best].Tag;
    }

    private static void Count(ReadOnlySpan<char> text, int[] counts)
    {
        foreach (var part in text.SplitAny(" \n.,;:!?()[]\"“”«»*_-–—"))
        {
            var word = text[part];
            if (word.Length is 0 or > 10)
                continue;
            for (var index = 0; index < Languages.Length; index++)
                counts[index] += Languages[index].Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
        }
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
