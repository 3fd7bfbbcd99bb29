using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace StudyGroup.Persistence;

/// <summary>
/// Pairs Microsoft.Data.Sqlite with the SQLitePCLRaw assemblies and the native library that are at hand: the older SQLitePCLRaw.core answers
/// for the newer one, and the system's libsqlite3 (3.38 or newer) is preferred to the bundled 3.35.5.
/// </summary>
public static class SqliteRuntime
{
    private const int OldestSystemVersion = 3_038_000;

    /// <summary>SQLITE_CONFIG_MEMSTATUS of <see href="https://www.sqlite.org/c3ref/c_config_covering_index_scan.html"/>.</summary>
    private const int MemoryStatistics = 9;

    // CA2255: the pairing must stand before the first type of Microsoft.Data.Sqlite is touched, which only a module initializer can promise.
#pragma warning disable CA2255
    [ModuleInitializer]
    internal static void Initialize()
#pragma warning restore CA2255
    {
        AssemblyLoadContext.Default.Resolving += ResolveWithoutVersion;
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => PreferSystemLibrary(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            PreferSystemLibrary(assembly);
    }

    /// <summary>Does nothing itself: calling it makes sure that this assembly, and with it the pairing, is loaded.</summary>
    public static void Touch()
    {
    }

    private static Assembly? ResolveWithoutVersion(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name is not "SQLitePCLRaw.core" || name.Version is null)
            return null;

        try
        {
            return context.LoadFromAssemblyName(new AssemblyName(name.Name));
        }
        catch (FileNotFoundException)
        {
            var path = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
            return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        }
    }

    private static void PreferSystemLibrary(Assembly assembly)
    {
        if (assembly.GetName().Name is not "SQLitePCLRaw.provider.e_sqlite3")
            return;

        NativeLibrary.SetDllImportResolver(assembly, (library, _, _) =>
            library == "e_sqlite3" && TryLoadSystemLibrary(out var handle) ? handle : IntPtr.Zero);
    }

    private static unsafe bool TryLoadSystemLibrary(out IntPtr handle)
    {
        if (!NativeLibrary.TryLoad("libsqlite3.so.0", out handle))
            return false;

        if (NativeLibrary.TryGetExport(handle, "sqlite3_libversion_number", out var export)
            && ((delegate* unmanaged[Cdecl]<int>)export)() >= OldestSystemVersion)
        {
            CountNoMemory(handle);
            return true;
        }

        NativeLibrary.Free(handle);
        handle = IntPtr.Zero;
        return false;
    }

    // Counting takes one lock of the whole process at every allocation, and nobody asks for the count.
    private static unsafe void CountNoMemory(IntPtr handle)
    {
        if (NativeLibrary.TryGetExport(handle, "sqlite3_config", out var export))
            _ = ((delegate* unmanaged[Cdecl]<int, int, int>)export)(MemoryStatistics, 0);
    }
}
