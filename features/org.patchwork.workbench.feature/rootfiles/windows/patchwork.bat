@echo off
rem SPDX-License-Identifier: MIT
rem Starts Patchwork: no argument, "demo" or the folder of a project opens the workbench, anything else is a command of the command line.
rem PATCHWORK_JAVA or JAVA_HOME chooses the Java, which must be 21 or newer; PATCHWORK_VMARGS replaces the memory setting.
setlocal
set "INSTALL=%~dp0."
set "JAVA=java"
if exist "%INSTALL%\jre\bin\java.exe" set "JAVA=%INSTALL%\jre\bin\java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined PATCHWORK_JAVA set "JAVA=%PATCHWORK_JAVA%"

set "VERSION="
for /f "tokens=3" %%v in ('""%JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version""') do set "VERSION=%%v"
if not defined VERSION set "VERSION=0"
if %VERSION:1.=% LSS 21 (
  echo patchwork: no Java 21 or newer found. Install one from https://adoptium.net or set JAVA_HOME. 1>&2
  exit /b 1
)

if not defined PATCHWORK_VMARGS set "PATCHWORK_VMARGS=-XX:MaxRAMPercentage=50"
for %%f in ("%INSTALL%\plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%f"
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=1"
set START="%JAVA%" %PATCHWORK_VMARGS% --enable-native-access=ALL-UNNAMED -Dorg.slf4j.simpleLogger.defaultLogLevel=warn "-Djava.util.logging.config.file=%INSTALL%\logging.properties" -jar "%LAUNCHER%" -install "%INSTALL%" -name Patchwork

if "%~1"=="" goto workbench
rem A folder is opened; one that is named like a command, in small letters only, if it is a project.
if exist "%~1\project.patchwork" goto workbench
if exist "%~1\" echo(%~1| findstr /r /v "^[a-z-]*$" >nul && goto workbench
if "%~1"=="demo" goto demo
%START% -nosplash -application org.patchwork.cli.application -data @none %*
exit /b %ERRORLEVEL%

:demo
%START% --demo %2 %3
if %ERRORLEVEL%==23 goto demo
if %ERRORLEVEL%==24 goto demo
exit /b %ERRORLEVEL%

:workbench
%START% %*
if %ERRORLEVEL%==23 goto workbench
if %ERRORLEVEL%==24 goto workbench
exit /b %ERRORLEVEL%
