@echo off
rem Runs Maven on this project: the one on the PATH if it is new enough, otherwise the release pinned below,
rem fetched once, checked and kept in %USERPROFILE%\.m2\wrapper. Needs a JDK and PowerShell.
rem
rem   MVNW_DIST_URL     the folder to fetch Maven from, for networks with a mirror of their own
rem   MAVEN_USER_HOME   where to keep it, instead of %USERPROFILE%\.m2
setlocal EnableExtensions DisableDelayedExpansion

set "MVNW_SELF=%~f0"
set "MVNW_MVN="
for /f "usebackq delims=" %%i in (`powershell -NoProfile -ExecutionPolicy Bypass -Command "$s = [IO.File]::ReadAllText($env:MVNW_SELF); & ([ScriptBlock]::Create($s.Substring($s.LastIndexOf('#powershell'))))"`) do set "MVNW_MVN=%%i"
if not defined MVNW_MVN exit /b 1

rem Run it on this project, wherever the caller stands.
set "MVNW_POM=no"
if /i "%CD%\"=="%~dp0" set "MVNW_POM=here"
call :look_for_pom %*
if "%MVNW_POM%"=="no" goto from_elsewhere
call "%MVNW_MVN%" %*
exit /b %ERRORLEVEL%

:from_elsewhere
call "%MVNW_MVN%" -f "%~dp0pom.xml" %*
exit /b %ERRORLEVEL%

:look_for_pom
if "%~1"=="" exit /b 0
if "%~1"=="-f" set "MVNW_POM=given"
if "%~1"=="--file" set "MVNW_POM=given"
shift
goto look_for_pom

#powershell: prints the path of the Maven to run, or says why there is none
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$version = '3.9.16'
$sha512 = 'ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3'
$javaOldest = 17

function Stop-With($message) {
    [Console]::Error.WriteLine("mvnw: $message")
    exit 1
}

# What a program prints, or nothing if it fails; its errors are dropped.
function Read-Output($program, $argument) {
    $ErrorActionPreference = 'Continue'
    try { $lines = & $program $argument 2>$null } catch { return '' }
    if ($LASTEXITCODE -ne 0) { return '' }
    return ($lines -join "`n")
}

# ---- the JDK

if ($env:JAVA_HOME) {
    $java = Join-Path $env:JAVA_HOME 'bin\java.exe'
    if (-not (Test-Path -LiteralPath $java)) { Stop-With "JAVA_HOME is $env:JAVA_HOME, but there is no bin\java.exe in it" }
    if (-not (Test-Path -LiteralPath (Join-Path $env:JAVA_HOME 'bin\javac.exe'))) { Stop-With "$env:JAVA_HOME has no compiler: a JDK is needed, not a JRE" }
} else {
    $found = Get-Command java.exe -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if (-not $found) { Stop-With "no JDK found: set JAVA_HOME, or put java (JDK $javaOldest or newer) on the PATH" }
    $java = $found.Path
}
# Java 8 does not know --version and answers nothing here.
if (-not ((Read-Output $java '--version') -match '(?m)^\S+ (\d+)') -or [int]$Matches[1] -lt $javaOldest) {
    Stop-With "$java is too old, JDK $javaOldest or newer is needed: set JAVA_HOME"
}

# ---- Maven from the PATH, if it is 3.6.3 or newer

$found = Get-Command mvn.cmd -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
if ($found -and (Read-Output $found.Path '-v') -match 'Apache Maven (\d+)\.(\d+)(?:\.(\d+))?') {
    $installed = New-Object Version ([int]$Matches[1]), ([int]$Matches[2]), ([int]$Matches[3])
    if ($installed -ge [Version]'3.6.3') {
        $found.Path
        exit 0
    }
}

# ---- Maven from its distribution archive

if ($env:MAVEN_USER_HOME) { $wrapper = Join-Path $env:MAVEN_USER_HOME 'wrapper' } else { $wrapper = Join-Path $env:USERPROFILE '.m2\wrapper' }
$name = "apache-maven-$version"
$kept = Join-Path $wrapper $name
$mvn = Join-Path $kept 'bin\mvn.cmd'
if (-not (Test-Path -LiteralPath $mvn)) {
    if ($env:MVNW_DIST_URL) { $url = $env:MVNW_DIST_URL.TrimEnd('/') } else { $url = "https://archive.apache.org/dist/maven/maven-3/$version/binaries" }
    $url = "$url/$name-bin.zip"
    $tmp = Join-Path $wrapper ('.fetch.' + [Guid]::NewGuid().ToString('N'))
    try {
        New-Item -ItemType Directory -Force -Path $tmp | Out-Null
        $zip = Join-Path $tmp 'maven.zip'
        [Console]::Error.WriteLine("mvnw: no Maven 3.6.3 or newer on the PATH, fetching $url")
        try {
            [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
            Invoke-WebRequest -UseBasicParsing -Uri $url -OutFile $zip
        } catch {
            throw "could not fetch ${url} ($($_.Exception.Message)): without that network, install Maven or name a mirror of its folder in MVNW_DIST_URL"
        }
        $sum = (Get-FileHash -LiteralPath $zip -Algorithm SHA512).Hash
        if ($sum -ne $sha512) { throw "what came from $url is not Maven ${version}: its SHA-512 is $sum, expected $sha512" }
        Expand-Archive -LiteralPath $zip -DestinationPath $tmp
        # Only whole folders ever get that name. Should another run have been faster, its folder serves as well.
        try { [IO.Directory]::Move((Join-Path $tmp $name), $kept) } catch { if (-not (Test-Path -LiteralPath $mvn)) { throw } }
    } catch {
        $failure = $_.Exception.Message
    } finally {
        Remove-Item -LiteralPath $tmp -Recurse -Force -ErrorAction SilentlyContinue
    }
    if ($failure) { Stop-With $failure }
}
$mvn
