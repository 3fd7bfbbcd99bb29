using System.Security.Cryptography;

namespace StudyGroup.Readings.Import.Formats.Images;

/// <summary>Collects the embedded pictures of one file: only types that the bytes prove, each once, within limits of size and number.</summary>
internal sealed class ImageShelf(ImportLimits limits)
{
    private readonly Dictionary<string, ImageDraft> images = new(StringComparer.Ordinal);
    private long bytes;

    public IReadOnlyList<ImageDraft> All => [.. images.Values];

    /// <returns>The picture, or null when it is not kept.</returns>
    public ImageDraft? Keep(ReadOnlyMemory<byte> content)
    {
        if (content.Length > limits.ImageBytes || ImageKind.Of(content.Span) is not { } kind || kind.Width > limits.ImageSide || kind.Height > limits.ImageSide)
            return null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        if (images.TryGetValue(hash, out var known))
            return known;
        if (images.Count >= limits.Images || bytes + content.Length > limits.AllImageBytes)
            return null;
        bytes += content.Length;
        return images[hash] = new ImageDraft(hash, kind.MediaType, kind.Width, kind.Height, content);
    }
}
