namespace StudyGroup.Readings.Rendering;

/// <summary>Writes a figure: the picture that was embedded in the file, or a mark that a remote one was there, and the caption. A description is no part of the words.</summary>
internal static class FigureSerializer
{
    public static void Write(string markdown, string pictures, SafeOutput output, NoteReferences notes)
    {
        var caption = markdown;
        if (FigureImage.Read(markdown) is { } image)
        {
            output.Markup("<img");
            output.Attribute("src", pictures + image.Hash);
            output.Attribute("alt", image.Description);
            output.Attribute("loading", "lazy");
            output.Markup(">");
            caption = image.Caption;
        }

        if (caption.Length == 0)
            return;
        output.Markup("<figcaption>");
        InlineText.Write(caption, output, notes, keepLines: false);
        output.Markup("</figcaption>");
    }
}
