using System.Text;

namespace StudyGroup.Readings.Import.Words;

/// <summary>Words that kept a hyphen from an older line break: written whole elsewhere, and their second half is no word.</summary>
internal sealed class InnerHyphens
{
    private readonly HashSet<string> broken = new(StringComparer.OrdinalIgnoreCase);

    public InnerHyphens(Vocabulary vocabulary)
    {
        foreach (var word in vocabulary.Hyphenated)
        {
            if (IsBroken(word, vocabulary))
                broken.Add(word);
        }
    }

    public string Close(string text, int line, Findings findings)
    {
        if (broken.Count == 0 || !text.Contains('-'))
            return text;

        var closed = new StringBuilder(text.Length);
        var copied = 0;
        for (var hyphen = text.IndexOf('-', StringComparison.Ordinal); hyphen >= 0; hyphen = text.IndexOf('-', hyphen + 1))
        {
            var first = HyphenChoice.LastPart(text.AsSpan(copied, hyphen - copied));
            var second = HyphenChoice.FirstPart(text.AsSpan(hyphen + 1));
            var word = string.Concat(first, "-", second);
            if (word.Length > 40 || !broken.Contains(word) || IsWithinAddress(text, hyphen - first.Length)
                || !findings.Allows(RepairRules.InnerHyphen, Sureness.ForReview, line, word, string.Concat(first, second)))
                continue;
            closed.Append(text, copied, hyphen - copied);
            copied = hyphen + 1;
        }

        return copied == 0 ? text : closed.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsBroken(string word, Vocabulary vocabulary)
    {
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        if (hyphen != word.LastIndexOf('-') || WordLists.HyphenPrefixes.Contains(word[..hyphen]) || word.Length - hyphen < 3)
            return false;
        var closed = vocabulary.Count(word.Remove(hyphen, 1));
        return closed >= 2 * vocabulary.Count(word) && vocabulary.Count(word.AsSpan(hyphen + 1)) == 0;
    }

    private static bool IsWithinAddress(string text, int start) => start > 0 && text[start - 1] is '/' or '-' or '.' or '_' or '@' or '=';
}
