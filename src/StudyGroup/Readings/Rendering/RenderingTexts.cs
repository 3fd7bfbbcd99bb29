using System.Globalization;
using System.Resources;

namespace StudyGroup.Readings.Rendering;

/// <summary>The few words of the interface that stand inside a rendered text.</summary>
internal static class RenderingTexts
{
    private static readonly ResourceManager Texts = new(typeof(RenderingTexts));

    public static string Notes => Text("Notes");

    public static string Footnote(string label) => Text("Footnote", label);

    public static string LinkToParagraph(int number) => Text("LinkToParagraph", number);

    public static string BackToText(string label) => Text("BackToText", label);

    private static string Text(string name, params ReadOnlySpan<object> values)
    {
        var text = Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(name);
        return values.IsEmpty ? text : string.Format(CultureInfo.CurrentCulture, text, values);
    }
}
