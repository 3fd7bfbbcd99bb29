using System.Text;

namespace StudyGroup.Readings.Editions;

/// <summary>What makes no difference between two editions: kinds of white space and the form of quotation marks.</summary>
public static class TextFolding
{
    /// <summary>One code unit for one, so that offsets stay true.</summary>
    public static char Fold(char letter) => letter switch
    {
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"',
        '‘' or '’' or '‚' or '‛' or '‹' or '›' or '′' or '`' => '\'',
        _ when char.IsWhiteSpace(letter) => ' ',
        _ => letter,
    };

    /// <summary>The words with single spaces between them and none around them.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var one = Fold(letter);
            if (one != ' ' || (folded.Length > 0 && folded[^1] != ' '))
                folded.Append(one);
        }

        if (folded.Length > 0 && folded[^1] == ' ')
            folded.Length--;
        return folded.ToString();
    }
}
