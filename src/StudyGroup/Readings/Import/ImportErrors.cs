using StudyGroup.Shared;

namespace StudyGroup.Readings.Import;

internal static class ImportErrors
{
    public static readonly Error UnknownType = Error.Invalid("import-type", "Only text files (.txt), Markdown (.md), HTML, EPUB, Word documents (.docx), PDF, and ZIP archives of these can be imported.");

    public static readonly Error Empty = Error.Invalid("import-empty", "The file holds no text.");

    public static readonly Error Binary = Error.Invalid("import-binary", "The file is not a text file: it holds binary data.");

    public static Error TooLarge(long bytes) => Error.Invalid("import-too-large", $"The file is larger than {bytes / (1024 * 1024):N0} megabytes.");

    public static readonly Error UnknownEncoding = Error.Invalid("import-encoding", "The letters of the file cannot be read; save it as UTF-8 and try again.");

    public static readonly Error BrokenArchive = Error.Invalid("import-archive", "The archive is damaged, or it is none.");

    public static readonly Error ArchiveTooLarge = Error.Invalid("import-archive-size", "The archive would be far too large once it is unpacked.");

    public static readonly Error LinkInArchive = Error.Invalid("import-archive-link", "The archive holds a link to another file.");

    public static readonly Error PathInArchive = Error.Invalid("import-archive-path", "The archive holds a file whose path leads out of it.");

    public static readonly Error ArchiveOfFiles = Error.Invalid("import-archive-files", "The file is an archive within an archive; unpack it first.");

    public static readonly Error Encrypted = Error.Invalid("import-encrypted", "The file is protected by a password or by rights management; import a copy without it.");

    public static readonly Error PageTooLarge = Error.Invalid("import-page-size", "The page holds more mark-up than any text does.");

    public static readonly Error PageTooDeep = Error.Invalid("import-page-depth", "The mark-up of the page is nested more deeply than any text's is.");

    public static readonly Error NotBook = Error.Invalid("import-epub", "The file is no EPUB book: it does not say which of its parts are the text.");

    public static readonly Error BookTooLarge = Error.Invalid("import-book-size", "The book holds more text than can be read at once.");

    public static readonly Error BookIncomplete = Error.Invalid("import-epub-part", "A part of the book is missing or damaged.");

    public static readonly Error NotWord = Error.Invalid("import-docx", "The file is no Word document (.docx), or it is damaged.");

    public static readonly Error OldWord = Error.Invalid("import-doc", "The file is an old Word document (.doc) or protected by a password; save it as .docx without a password.");

    public static readonly Error NotPdf = Error.Invalid("import-pdf", "The file is no PDF, or it is damaged.");

    public static readonly Error NoPdfProgram = Error.Invalid("import-pdf-program", "PDF files are read by the program pdftotext (package poppler-utils), which is not on this machine.");

    public static readonly Error PdfTooSlow = Error.Invalid("import-pdf-time", "The PDF took too long to read.");

    public static readonly Error PdfWithoutText = Error.Invalid("import-pdf-text", "The PDF holds pictures of pages and no text.");

    public static Error TooManyEntries(int most) => Error.Invalid("import-archive-entries", $"The archive holds more than {most:N0} files.");
}
