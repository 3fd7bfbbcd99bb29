using System.Globalization;
using System.Text;

namespace StudyGroup.Readings.Rendering;

/// <summary>The notes of one text and how often each was referred to so far, so that every reference has its own id and every note knows the way back.</summary>
internal sealed class NoteReferences(IEnumerable<string> labels)
{
    private readonly Dictionary<string, int> counts = labels.Distinct(StringComparer.Ordinal).ToDictionary(label => label, _ => 0, StringComparer.Ordinal);

    public static string NoteId(string label) => "fn-" + IdOf(label);

    public static string ReferenceId(string label, int occurrence) => occurrence == 1
        ? "fnref-" + IdOf(label)
        : string.Create(CultureInfo.InvariantCulture, $"fnref-{IdOf(label)}-{occurrence}");

    /// <summary>Number of the next reference to this note, from 1; null where there is no such note.</summary>
    public int? Next(string label) => counts.TryGetValue(label, out var count) ? counts[label] = count + 1 : null;

    public int CountOf(string label) => counts.GetValueOrDefault(label);

    // Printed labels are often signs, such as a dagger; ids are read by addresses and selectors.
    private static string IdOf(string label)
    {
        var id = new StringBuilder();
        foreach (var character in label)
        {
            if (char.IsAsciiLetterOrDigit(character))
                id.Append(character);
            else
                id.Append(CultureInfo.InvariantCulture, $"_{(int)character:x}");
        }

        return id.ToString();
    }
}
