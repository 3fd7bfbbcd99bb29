using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text;

namespace StudyGroup.Shared;

/// <summary>
/// A sentence of the core, told in the language of who reads it. It is written down in English, with its values apart; under these English words
/// the other languages have theirs in <c>Sentence.*.resx</c>.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sentence : IEquatable<Sentence>
{
    private static readonly ResourceManager Translations = new(typeof(Sentence));

    private readonly StringBuilder english;
    private readonly List<object?> values;

    public Sentence(int literalLength, int formattedCount)
    {
        english = new StringBuilder(literalLength + (formattedCount * "{0}".Length));
        values = new List<object?>(formattedCount);
    }

    /// <summary>The English words, with {0}, {1} where the values go.</summary>
    public string English => english.ToString();

    public static implicit operator Sentence(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var sentence = new Sentence(words.Length, 0);
        sentence.AppendLiteral(words);
        return sentence;
    }

    public void AppendLiteral(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        english.Append(words.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    public void AppendFormatted(object? value, string? format = null)
    {
        english.Append('{').Append(values.Count).Append(format is null ? "" : ":").Append(format).Append('}');
        values.Add(value);
    }

    /// <summary>The sentence in the language of the moment.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.CurrentCulture, Translations.GetString(English, CultureInfo.CurrentUICulture) ?? English, [.. values]);

    public bool Equals(Sentence? other) => other is not null && English == other.English && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as Sentence);

    public override int GetHashCode() => English.GetHashCode(StringComparison.Ordinal);
}
