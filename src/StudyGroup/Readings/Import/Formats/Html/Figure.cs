namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>A picture as the Markdown of a figure: an embedded one by its hash, a remote one only as a mark that it was there.</summary>
internal static class Figure
{
    private const int SmallestSide = 24;
    private const int LongestDescription = 500;
    private const int LongestAddress = 2_000;

    /// <returns>Null for what is no picture to look at: a spacer, an ornament, a dot that counts readers.</returns>
    public static string? Of(string source, string description, FigureSource context)
    {
        var shown = description.Length > LongestDescription ? description[..LongestDescription] : description;
        var words = shown.Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
        if (context.Image(source) is { } image)
            return image.Width < SmallestSide || image.Height < SmallestSide ? null : FigureImage.Markdown(words, image.Hash, "");
        if (context.Address(source) is { Length: < LongestAddress } address && !address.Contains(' ') && !address.Contains(')'))
            return $"![{words}]({address})";
        return words.Length > 0 ? words : null;
    }
}
