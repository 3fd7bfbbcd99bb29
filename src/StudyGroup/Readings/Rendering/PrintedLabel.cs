namespace StudyGroup.Readings.Rendering;

/// <summary>The number in front of a thesis or a list item, as it was printed: it is shown, never counted anew.</summary>
internal static class PrintedLabel
{
    public static string? Of(Block block) => block.Kind switch
    {
        BlockKind.Thesis => string.IsNullOrWhiteSpace(block.Label) ? null : Pointed(block.Label),
        BlockKind.ListItem => string.IsNullOrWhiteSpace(block.Label) ? "\u2022" : Pointed(block.Label),
        _ => null,
    };

    private static string Pointed(string label) =>
        label.All(char.IsDigit) ? label + "." : label.All(char.IsLetterOrDigit) ? label + ")" : label;
}
