using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using StudyGroup.Tests.Readings.Import.Formats;

namespace StudyGroup.Tests.Readings.Import.Bad;

/// <summary>A file that is refused.</summary>
/// <param name="Name">Under which it comes.</param>
/// <param name="Code">Why it is refused.</param>
/// <param name="Write">Its bytes.</param>
internal sealed record BadFile(string Name, string Code, Action<Stream> Write)
{
    private const int Megabyte = 1024 * 1024;

    public static IReadOnlyList<BadFile> All { get; } =
    [
        Zip("bomb.zip", "import-archive-size", zip => Blanks(zip, "long.txt", 60)),
        Zip("bomb.epub", "import-archive-size", zip => Blanks(zip, "book/page.xhtml", 60)),
        Zip("bomb.docx", "import-archive-size", zip => Blanks(zip, "word/document.xml", 60)),
        Zip("bombs.zip", "import-archive-size", zip => Enumerable.Range(0, 100).ToList().ForEach(number => Blanks(zip, $"{number}.txt", 3))),
        new("within.zip", "import-archive-files", stream => stream.Write(Packed.Of([("inner.zip", Packed.Of([("text.txt", "A text.")]))]))),
        Zip("outwards.zip", "import-archive-path", zip => Words(zip, "../../text.txt")),
        Zip("absolute.zip", "import-archive-path", zip => Words(zip, "/tmp/text.txt")),
        Zip("drive.zip", "import-archive-path", zip => Words(zip, "C:\\text.txt")),
        Zip("link.zip", "import-archive-link", zip => Words(zip, "text.txt").ExternalAttributes = unchecked((int)0xA1FF0000)),
        Zip("many.zip", "import-archive-entries", zip => Enumerable.Range(0, 10_000).ToList().ForEach(number => Words(zip, $"{number}.txt"))),
        new("lying.zip", "import-archive", stream => stream.Write(Lying())),
        new("cut.zip", "import-archive", stream => stream.Write(Packed.Of([("text.txt", new string('w', 9_000))]).AsSpan(0, 60))),
        new("none.zip", "import-archive", stream => Fill(stream, "PK\u0003\u0004 and nothing more ", 200)),
        new("nul.txt", "import-binary", stream => Fill(stream, "words and \0 words ", 40 * Megabyte)),
        new("blank.txt", "import-empty", stream => Fill(stream, "\n", 1_000_000)),
        new("blanks.md", "import-empty", stream => Fill(stream, " \r\n", 40 * Megabyte)),
        new("noise.txt", "import-binary", stream => stream.Write(Noise(20 * Megabyte))),
        new("large.txt", "import-too-large", stream => stream.SetLength(65 * Megabyte)),
        new("large.html", "import-page-size", stream => Fill(stream, "<p>words</p>", 40 * Megabyte)),
        new("tags.html", "import-page-size", stream => Fill(stream, "<b>w</b>", 7 * Megabyte)),
        new("deep.html", "import-page-depth", stream => Fill(stream, "<div>", 100_000)),
        new("spineless.epub", "import-epub", stream => stream.Write(new EpubFile().Write())),
        new("locked.epub", "import-encrypted", stream => stream.Write(Locked())),
        new("halved.epub", "import-archive", stream => stream.Write(EpubFile.Of("<p>Words.</p>").AsSpan()[..400])),
        new("none.docx", "import-docx", stream => stream.Write(Packed.Of([("text.txt", "A text.")]))),
        new("text.docx", "import-docx", stream => Fill(stream, "A text. ", 400)),
        Zip("broken.docx", "import-docx", zip => Broken(zip, 20)),
        new("none.pdf", "import-pdf", stream => Fill(stream, "words ", 20 * Megabyte)),
        new("picture.png", "import-type", stream => stream.Write(Pictures.Png())),
    ];

    /// <summary>Refused for its lock where the machine has the program that reads PDF files.</summary>
    public static BadFile LockedPdf { get; } = new("locked.pdf", "import-encrypted", stream =>
    {
        var file = new PdfFile { Trailer = "/ID [<4141><4141>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <4141414141414141414141414141414141414141414141414141414141414141> /U <4141414141414141414141414141414141414141414141414141414141414141> /P -4 >>" };
        stream.Write(file.NewPage().Lines(11, "Words").Write());
    });

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        Write(stream);
        return stream.ToArray();
    }

    private static BadFile Zip(string name, string code, Action<ZipArchive> fill) => new(name, code, stream =>
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        fill(zip);
    });

    private static ZipArchiveEntry Words(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        using var stream = entry.Open();
        stream.Write("A text of a few words."u8);
        return entry;
    }

    private static void Blanks(ZipArchive zip, string name, int megabytes)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        Fill(stream, " ", megabytes * Megabyte);
    }

    private static void Broken(ZipArchive zip, int megabytes)
    {
        Words(zip, "[Content_Types].xml");
        using var stream = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
        stream.Write("<document><body>"u8);
        for (var number = 0; number < megabytes * 10_000; number++)
            stream.Write(Encoding.UTF8.GetBytes($"<p><r><t>The {number * 7919L % 1_000_003} paragraph has {number * 104_729L % 999_983} words, and no end.</t></r></p>\n"));
    }

    private static byte[] Locked()
    {
        var book = new EpubFile { Pages = { ("a.xhtml", "", "<p>Words.</p>") } };
        using var stream = new MemoryStream();
        stream.Write(book.Write());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("META-INF/encryption.xml").Open();
            entry.Write("""<encryption><EncryptedData><CipherData><CipherReference URI="book/a.xhtml"/></CipherData></EncryptedData></encryption>"""u8);
        }

        return stream.ToArray();
    }

    /// <summary>The directory says that the only file is far shorter than it is.</summary>
    private static byte[] Lying()
    {
        var bytes = Packed.Of([("text.txt", new string('w', 3 * Megabyte))]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 24), 100);
        return bytes;
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(17).NextBytes(bytes);
        return bytes;
    }

    private static void Fill(Stream stream, string words, int length)
    {
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(words, 1 + (65_536 / words.Length))));
        for (var written = 0; written < length; written += block.Length)
            stream.Write(block, 0, Math.Min(block.Length, length - written));
    }
}
